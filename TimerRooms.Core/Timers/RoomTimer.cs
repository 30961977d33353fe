namespace TimerRooms.Core.Timers;

/// <summary>A timer as data: moments and amounts, every combination legal. It is told the time and never reads a clock.</summary>
public sealed partial record RoomTimer(Guid Id, string Title, TimerKind Kind, TimeSpan Duration)
{
    public static readonly TimeSpan ShortestDuration = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestDuration = new(99, 59, 59);

    /// <summary>The most times a timer may repeat.</summary>
    public const int MostRepeats = 99;

    public AtZero AtZero { get; init; }

    /// <summary>How often the timer starts over with <see cref="AtZero.Repeat"/>: 1 to <see cref="MostRepeats"/> times.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>"Wrap up" from this much left; null: 60 s, or a fifth of a timer under 5 minutes.</summary>
    public TimeSpan? WarningLeft { get; init; }

    /// <summary>"Last moments" from this much left; null: 15 s, or a twentieth of a timer under 5 minutes.</summary>
    public TimeSpan? DangerLeft { get; init; }

    /// <summary>Where the timer stands in its run.</summary>
    public TimerRun Run { get; init; } = TimerRun.None;

    /// <summary>The version of the room in which this timer last changed.</summary>
    public long ChangedIn { get; init; }

    public bool IsRunning => Run.RunningSince is not null;

    /// <summary>Held in the middle of its run. A timer that does not run looks the same at any moment.</summary>
    public bool IsPaused => !IsRunning && Phase(DateTimeOffset.MinValue) == TimerPhase.Paused;

    /// <summary>Come to rest at zero.</summary>
    public bool IsFinished => !IsRunning && Phase(DateTimeOffset.MinValue) == TimerPhase.Finished;

    /// <summary>What the countdown counts from: its duration and the time added in this run.</summary>
    public TimeSpan Total => Duration + Run.Added;

    public TimeSpan Warning => WarningLeft ?? Shorter(TimeSpan.FromSeconds(60), Duration / 5);

    public TimeSpan Danger => DangerLeft ?? Shorter(TimeSpan.FromSeconds(15), Duration / 20);

    /// <summary>Whether the timer comes to rest at zero.</summary>
    public bool EndsAtZero => Kind == TimerKind.Countdown && AtZero != AtZero.Overtime;

    /// <summary>Time counted so far, never below zero; a countdown that ends at zero never counts past its total.</summary>
    public TimeSpan Elapsed(DateTimeOffset now)
    {
        var elapsed = Run.Banked + (now > Run.RunningSince ? now - Run.RunningSince.Value : TimeSpan.Zero);
        return EndsAtZero ? Shorter(elapsed, Total) : elapsed;
    }

    /// <summary>Time left of a countdown; below zero is overtime.</summary>
    public TimeSpan Remaining(DateTimeOffset now) => Total - Elapsed(now);

    /// <summary>When the running countdown reaches zero, or did so unrecorded; null if it will not or that is recorded.</summary>
    public DateTimeOffset? ZeroAt
    {
        get
        {
            if (Kind != TimerKind.Countdown || Run.FinishedAt is not null || Run.RunningSince is not { } since) return null;
            return Total > Run.Banked ? since + (Total - Run.Banked) : since;
        }
    }

    public TimerPhase Phase(DateTimeOffset now)
    {
        var usedUp = Kind == TimerKind.Countdown && Remaining(now) <= TimeSpan.Zero;
        if (usedUp && EndsAtZero) return TimerPhase.Finished;
        if (!IsRunning || now < Run.RunningSince)
            return Run.HasCounted ? TimerPhase.Paused : TimerPhase.Idle;
        if (usedUp) return TimerPhase.Overtime;
        if (Kind == TimerKind.CountUp || Remaining(now) > Warning) return TimerPhase.Running;
        return Remaining(now) > Danger ? TimerPhase.Warning : TimerPhase.Danger;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
