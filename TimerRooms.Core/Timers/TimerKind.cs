namespace TimerRooms.Core.Timers;

public enum TimerKind
{
    /// <summary>Counts down from its duration.</summary>
    Countdown,

    /// <summary>Counts up from zero and has no duration.</summary>
    CountUp,
}
