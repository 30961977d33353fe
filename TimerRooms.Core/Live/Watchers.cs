using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

/// <summary>
/// Who wants to look again when something changes. A signal carries no data and runs nothing inline; a page that is still
/// looking is not queued twice but looks once more at the end; one that throws or waits for ever is alone with that.
/// </summary>
public sealed class Watchers(ILogger logger) : IThreadPoolWorkItem
{
    // then others have their turn: what the first of a thousand pages send leaves while the last still look
    private const int AtOnce = 16;

    private readonly Lock gate = new();
    private readonly Queue<Watcher> due = [];
    private ImmutableList<Watcher> watchers = [];
    private bool areLooking;

    public int Count => watchers.Count;

    /// <summary>From now on <paramref name="look"/> is called after each change, in the caller's execution context, until the result is disposed.</summary>
    public IDisposable Watch(Func<Task> look)
    {
        var watcher = new Watcher(this, look, logger);
        ImmutableInterlocked.Update(ref watchers, static (list, added) => list.Add(added), watcher);
        return watcher;
    }

    public void Signal()
    {
        lock (gate)
        {
            foreach (var watcher in watchers)
            {
                if (watcher.IsFirstSignal()) due.Enqueue(watcher);
            }
            if (areLooking || due.Count == 0) return;
            areLooking = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var left = AtOnce; left > 0; left--)
        {
            if (Next() is not { } watcher) return;
            watcher.Look();
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private Watcher? Next()
    {
        lock (gate) return (areLooking = due.TryDequeue(out var next)) ? next : null;
    }

    private void Remove(Watcher watcher) =>
        ImmutableInterlocked.Update(ref watchers, static (list, removed) => list.Remove(removed), watcher);

    private sealed class Watcher(Watchers owner, Func<Task> look, ILogger logger) : IDisposable
    {
        private readonly ExecutionContext? context = ExecutionContext.Capture();
        private int signals;
        private volatile bool disposed;

        public bool IsFirstSignal() => Interlocked.Increment(ref signals) == 1;

        public async void Look()
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref signals);
                try
                {
                    if (!disposed) await LookInContext();
                }
                catch (Exception e)
                {
                    LiveLog.LookFailed(logger, e);
                }
            }
            while (Interlocked.CompareExchange(ref signals, 0, seen) != seen);
        }

        public void Dispose()
        {
            disposed = true;
            owner.Remove(this);
        }

        private Task LookInContext()
        {
            if (context is null) return look();
            var looking = Task.CompletedTask;
            ExecutionContext.Run(context, _ => looking = look(), null);
            return looking;
        }
    }
}
