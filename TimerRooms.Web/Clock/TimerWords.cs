using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Clock;

/// <summary>A phase in words, with its shape. The browser's copy in <c>wwwroot/clock/timer-text.js</c> is held to it by a test.</summary>
public static class TimerWords
{
    /// <summary>As <c>data-phase</c> names it.</summary>
    public static string Name(TimerPhase phase) => phase switch
    {
        TimerPhase.Idle => "idle",
        TimerPhase.Running => "running",
        TimerPhase.Warning => "warning",
        TimerPhase.Danger => "danger",
        TimerPhase.Paused => "paused",
        TimerPhase.Finished => "finished",
        TimerPhase.Overtime => "overtime",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    public static string Of(TimerPhase phase) => phase switch
    {
        TimerPhase.Idle => "Ready",
        TimerPhase.Running => "▶ Running",
        TimerPhase.Warning => "▲ Wrap up",
        TimerPhase.Danger => "▲ Last moments",
        TimerPhase.Paused => "❚❚ Paused",
        TimerPhase.Finished => "■ Time's up",
        TimerPhase.Overtime => "■ Over time",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };
}
