using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

/// <summary>Signals watchers, but no more often than at a pace: a thousand joins must not be a million pushes.</summary>
internal sealed class PacedSignal
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly TimeSpan pace;
    private readonly Watchers watchers;
    private readonly ITimer timer;
    private long? toldAt;
    private bool waiting;

    public PacedSignal(TimeProvider clock, TimeSpan pace, ILogger logger)
    {
        (this.clock, this.pace, watchers) = (clock, pace, new Watchers(logger));
        timer = clock.CreateTimer(_ => Now(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int WatcherCount => watchers.Count;

    public IDisposable Watch(Func<Task> look) => watchers.Watch(look);

    /// <summary>As soon as the pace allows.</summary>
    public void Soon()
    {
        lock (gate)
        {
            if (waiting) return;
            waiting = true;
            var wait = toldAt is { } told ? pace - clock.GetElapsedTime(told) : TimeSpan.Zero;
            timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Now()
    {
        lock (gate)
        {
            waiting = false;
            toldAt = clock.GetTimestamp();
        }
        watchers.Signal();
    }
}
