namespace TimerRooms.Core.Timers;

/// <summary>What can be done to a timer. A repeated verb gives the same instance back: nothing happened.</summary>
public sealed partial record RoomTimer
{
    /// <summary>Starts or goes on; a finished timer starts over.</summary>
    public RoomTimer Start(DateTimeOffset now)
    {
        if (IsRunning) return this;
        return this with { Run = (Phase(now) == TimerPhase.Finished ? TimerRun.None : Run) with { RunningSince = now } };
    }

    /// <summary>Freezes what is left. If zero was passed unrecorded, it is recorded with its true moment.</summary>
    public RoomTimer Pause(DateTimeOffset now)
    {
        if (!IsRunning) return this;
        var finishedAt = EndsAtZero && ZeroAt <= now ? ZeroAt : Run.FinishedAt;
        return this with { Run = Run with { Banked = Elapsed(now), RunningSince = null, FinishedAt = finishedAt } };
    }

    /// <summary>Back to where it was before its first start, without the time added since.</summary>
    public RoomTimer Reset() => Run == TimerRun.None ? this : this with { Run = TimerRun.None };

    /// <summary>
    /// Gives the countdown more time (a finished one is then paused with that much) or less, or moves the count-up on or back.
    /// Null if there is not as much to take away, or the timer would be longer than <see cref="LongestDuration"/>.
    /// </summary>
    public RoomTimer? AddTime(TimeSpan amount, DateTimeOffset now)
    {
        if (amount > LongestDuration || amount < -LongestDuration) return null;
        return Kind == TimerKind.CountUp ? CountFrom(Elapsed(now) + amount, now) : AddToTotal(amount, now);
    }

    /// <summary>The countdown reached zero at this moment: stops, goes on into overtime, or starts its next round.</summary>
    public RoomTimer ReachZero(DateTimeOffset at) => AtZero switch
    {
        AtZero.Overtime => this with { Run = Run with { FinishedAt = at } },
        AtZero.Repeat when Run.Round < Repeats => this with { Run = new TimerRun { RunningSince = at, Round = Run.Round + 1 } },
        _ => this with { Run = Run with { Banked = Total, RunningSince = null, FinishedAt = at } },
    };

    /// <summary>Brings the run in line with settings that have just changed, so that a zero reached by the change is reached now.</summary>
    public RoomTimer Settle(DateTimeOffset now)
    {
        var timer = Fit(now);
        var reached = timer is { Kind: TimerKind.Countdown, IsRunning: true, Run.FinishedAt: null } && timer.Remaining(now) <= TimeSpan.Zero;
        return reached ? timer with { Run = timer.Run with { Banked = timer.Elapsed(now), RunningSince = now } } : timer;
    }

    /// <summary>
    /// Takes from the run what the settings do not allow: added time that makes the timer too short or too long, a finish
    /// while there is time left, and running on after an end.
    /// </summary>
    public RoomTimer Fit(DateTimeOffset now)
    {
        var run = Kind == TimerKind.CountUp || Total < ShortestDuration || Total > LongestDuration ? Run with { Added = TimeSpan.Zero } : Run;
        var timer = this with { Run = run };
        if (run.FinishedAt is null) return timer;
        if (Kind == TimerKind.CountUp || timer.Remaining(now) > TimeSpan.Zero) return timer with { Run = run with { FinishedAt = null } };
        return IsRunning && EndsAtZero ? timer with { Run = run with { Banked = timer.Total, RunningSince = null } } : timer;
    }

    /// <summary>The same timer with every moment of it moved; the same instance if none moves.</summary>
    public RoomTimer Moved(Func<DateTimeOffset, DateTimeOffset> move)
    {
        var run = Run with { RunningSince = Move(Run.RunningSince), FinishedAt = Move(Run.FinishedAt) };
        return run == Run ? this : this with { Run = run };

        DateTimeOffset? Move(DateTimeOffset? moment) => moment is { } known ? move(known) : null;
    }

    private RoomTimer? AddToTotal(TimeSpan amount, DateTimeOffset now)
    {
        var left = Remaining(now);
        var total = Total + amount;
        if (total < ShortestDuration || total > LongestDuration) return null;
        if (left + amount <= TimeSpan.Zero && (left > TimeSpan.Zero || EndsAtZero)) return null;

        var finished = Phase(now) == TimerPhase.Finished;
        return this with
        {
            Run = Run with
            {
                Banked = finished ? Total : Run.Banked,
                RunningSince = finished ? null : Run.RunningSince,
                Added = Run.Added + amount,
                FinishedAt = left + amount > TimeSpan.Zero ? null : Run.FinishedAt,
            },
        };
    }

    private RoomTimer? CountFrom(TimeSpan elapsed, DateTimeOffset now)
    {
        if (elapsed < TimeSpan.Zero || elapsed > LongestDuration) return null;
        return this with { Run = Run with { Banked = elapsed, RunningSince = now > Run.RunningSince ? now : Run.RunningSince } };
    }
}
