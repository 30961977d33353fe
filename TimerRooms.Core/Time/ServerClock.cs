namespace TimerRooms.Core.Time;

/// <summary>
/// The time all of TimerRooms goes by: the wall clock at the start of the process, carried on by the host's uptime. It never
/// steps, and time in suspend counts. When the wall clock is set, only <see cref="WallOffset"/> changes: timers go on
/// undisturbed, and what is stored is brought to the new wall time at the next start.
/// </summary>
public sealed class ServerClock : TimeProvider
{
    /// <summary>Smaller differences are left alone: the two clocks are read a moment apart.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(250);

    private const int Readings = 5;

    // a clock that is first set this soon after boot had no battery: it was wrong until now, not right until now
    private static readonly TimeSpan SoonAfterBoot = TimeSpan.FromMinutes(15);

    private readonly TimeProvider wall;
    private readonly Func<TimeSpan> uptime;
    private readonly TimeSpan startUptime;
    private long wallOffsetTicks;

    public ServerClock() : this(System, HostUptime.Read) { }

    public ServerClock(TimeProvider wall, Func<TimeSpan> uptime)
    {
        this.wall = wall;
        this.uptime = uptime;
        (StartedAt, startUptime) = ReadBoth();
    }

    /// <summary>The moment the process started, on this clock.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>What to add for the time of day: how far the wall clock was set since the start.</summary>
    public TimeSpan WallOffset => new(Interlocked.Read(ref wallOffsetTicks));

    public override DateTimeOffset GetUtcNow() => At(uptime());

    public override long GetTimestamp() => wall.GetTimestamp();

    public override long TimestampFrequency => wall.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);

    private DateTimeOffset At(TimeSpan moment) => StartedAt + (moment - startUptime);

    /// <summary>Both clocks at one moment. A busy host may take the processor away in between: of a few readings the one that took least counts.</summary>
    private (DateTimeOffset Wall, TimeSpan Uptime) ReadBoth()
    {
        var closest = Enumerable.Range(0, Readings).Select(_ => (Before: uptime(), Wall: wall.GetUtcNow(), After: uptime())).MinBy(reading => reading.After - reading.Before);
        return (closest.Wall, closest.Before);
    }

    /// <summary>Looks whether the wall clock was set since the last look, and takes that into <see cref="WallOffset"/>.</summary>
    public ClockStep? FindStep()
    {
        // whole milliseconds, as everything that is stored
        var (now, at) = ReadBoth();
        var step = TimeSpan.FromMilliseconds(Math.Truncate((now - At(at) - WallOffset).TotalMilliseconds));
        if (step.Duration() < Tolerance) return null;

        var first = WallOffset == TimeSpan.Zero && step > TimeSpan.Zero && uptime() < SoonAfterBoot;
        Interlocked.Add(ref wallOffsetTicks, step.Ticks);
        return new ClockStep(step, first);
    }
}

/// <summary>The host's wall clock was set.</summary>
/// <param name="IsFirstSync">It had been wrong since the host booted without a battery clock.</param>
public sealed record ClockStep(TimeSpan By, bool IsFirstSync);
