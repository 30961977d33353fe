using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

/// <summary>
/// Who wants to look again when something changes. A signal carries no data and runs nothing inline; a page that is still
/// looking is not queued twice but looks once more at the end; one that throws or hangs is alone with that.
/// </summary>
public sealed class Watchers(ILogger logger)
{
    private ImmutableList<Watcher> watchers = [];

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
        foreach (var watcher in watchers) watcher.Signal();
    }

    private void Remove(Watcher watcher) =>
        ImmutableInterlocked.Update(ref watchers, static (list, removed) => list.Remove(removed), watcher);

    private sealed class Watcher(Watchers owner, Func<Task> look, ILogger logger) : IThreadPoolWorkItem, IDisposable
    {
        private readonly ExecutionContext? context = ExecutionContext.Capture();
        private int signals;
        private volatile bool disposed;

        public void Signal()
        {
            if (Interlocked.Increment(ref signals) == 1) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public async void Execute()
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
