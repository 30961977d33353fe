namespace TimerRooms.Tests.Testing;

/// <summary>A host's clocks, moved by the test: nothing happens until it says so, and then in order.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly List<(TimeSpan DueAt, TaskCompletionSource Found)> awaited = [];
    private DateTimeOffset wall = start;
    private TimeSpan awake;

    /// <summary>Time since boot, suspend included.</summary>
    public TimeSpan Uptime { get; private set; } = TimeSpan.FromDays(1);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => wall;

    public override long GetTimestamp() => awake.Ticks;

    /// <summary>Time passes, timers fire.</summary>
    public void Advance(TimeSpan by)
    {
        var end = awake + by;
        while (TakeDue(end) is { } timer) timer.Fire();
        Pass(end - awake);
    }

    /// <summary>Returns as soon as a timer is set to fire after just that long.</summary>
    public Task UntilDueInAsync(TimeSpan wait)
    {
        lock (gate)
        {
            if (timers.Any(timer => timer.DueAt == awake + wait)) return Task.CompletedTask;
            var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((awake + wait, found));
            return found.Task.WaitAsync(LiveRooms.Patience);
        }
    }

    /// <summary>The host sleeps: its clocks go on, its timers stand still.</summary>
    public void Suspend(TimeSpan by) => (wall, Uptime) = (wall + by, Uptime + by);

    /// <summary>Someone sets the wall clock.</summary>
    public void Step(TimeSpan by) => wall += by;

    /// <summary>The host boots, with whatever its clock then shows; what ran is gone.</summary>
    public void Boot(DateTimeOffset clock)
    {
        lock (gate) timers.Clear();
        (wall, Uptime) = (clock, TimeSpan.FromSeconds(20));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Pass(TimeSpan by) => (wall, Uptime, awake) = (wall + by, Uptime + by, awake + by);

    private ManualTimer? TakeDue(TimeSpan end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.DueAt <= end).MinBy(timer => timer.DueAt);
            if (next?.DueAt > awake) Pass(next.DueAt.Value - awake);
            next?.PlanNext();
            return next;
        }
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        private TimeSpan period;
        private bool disposed;

        public TimeSpan? DueAt { get; private set; }

        public void Fire() => callback();

        public void PlanNext() => DueAt = period > TimeSpan.Zero ? DueAt + period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(dueTime, TimeSpan.FromMilliseconds(uint.MaxValue - 1));  // as the framework's
            lock (time.gate)
            {
                if (disposed) return false;
                this.period = period;
                DueAt = dueTime >= TimeSpan.Zero ? time.awake + dueTime : null;
                if (!time.timers.Contains(this)) time.timers.Add(this);
                time.awaited.RemoveAll(one => one.DueAt == DueAt && one.Found.TrySetResult());
            }
            return true;
        }

        public void Dispose()
        {
            lock (time.gate) (disposed, _) = (true, time.timers.Remove(this));
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
