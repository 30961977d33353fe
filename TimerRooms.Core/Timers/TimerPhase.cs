namespace TimerRooms.Core.Timers;

/// <summary>Where a timer stands. Derived from its facts and the time, never stored.</summary>
public enum TimerPhase
{
    Idle,
    Running,
    Warning,
    Danger,
    Paused,
    Finished,
    Overtime,
}
