using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

/// <summary>
/// How many viewer pages of a room are open. Not part of the room: it is watched apart, and told at most once in
/// <see cref="Pace"/>, or a thousand joins would be a million pushes.
/// </summary>
public sealed class Presence
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly Watchers watchers;
    private long? toldAt;
    private bool waiting;
    private int count;

    public Presence(TimeProvider clock, ILogger logger)
    {
        this.clock = clock;
        watchers = new Watchers(logger);
        timer = clock.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count => Volatile.Read(ref count);

    public int WatcherCount => watchers.Count;

    /// <summary>Counts a page until the result is disposed.</summary>
    public IDisposable Join()
    {
        Interlocked.Increment(ref count);
        Changed();
        return new Seat(this);
    }

    /// <inheritdoc cref="Watchers.Watch"/>
    public IDisposable Watch(Func<Task> look) => watchers.Watch(look);

    private void Leave()
    {
        Interlocked.Decrement(ref count);
        Changed();
    }

    private void Changed()
    {
        lock (gate)
        {
            if (waiting) return;
            waiting = true;
            var wait = toldAt is { } told ? Pace - clock.GetElapsedTime(told) : TimeSpan.Zero;
            timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        lock (gate)
        {
            waiting = false;
            toldAt = clock.GetTimestamp();
        }
        watchers.Signal();
    }

    private sealed class Seat(Presence presence) : IDisposable
    {
        private Presence? taken = presence;

        public void Dispose() => Interlocked.Exchange(ref taken, null)?.Leave();
    }
}
