namespace TimerRooms.Core.Timers;

/// <summary>
/// Where a timer stands in its run, in moments and amounts, so that it needs no repair after a restart and an undo restores
/// it to where it would have been.
/// </summary>
public sealed record TimerRun
{
    /// <summary>A run not begun yet.</summary>
    public static readonly TimerRun None = new();

    /// <summary>Time spent before the last start.</summary>
    public TimeSpan Banked { get; init; }

    /// <summary>The moment of the last start, perhaps a little ahead; null while not running.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>Time added (or, below zero, taken away) in this run.</summary>
    public TimeSpan Added { get; init; }

    /// <summary>The moment this run reached zero; null before, and again once time was added.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How often the timer has started over by itself.</summary>
    public int Round { get; init; }

    /// <summary>Something was counted before the last start: a timer that does not run is then paused, and not just ready.</summary>
    public bool HasCounted => Banked > TimeSpan.Zero || Round > 0;

    public bool HasBegun => RunningSince is not null || FinishedAt is not null || HasCounted;
}
