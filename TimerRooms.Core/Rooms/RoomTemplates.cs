using System.Collections.Immutable;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>What a new room begins with.</summary>
public enum RoomTemplate
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Four times 25 minutes with breaks, each of which starts the next.</summary>
    FocusSession,

    /// <summary>A talk that warns in time, and questions after it.</summary>
    Talk,

    /// <summary>One clock that counts up, for two people at work together.</summary>
    SessionClock,
}

public static class RoomTemplates
{
    /// <summary>The timers of the template, still without ids of their own.</summary>
    public static ImmutableList<RoomTimer> TimersOf(RoomTemplate template) => template switch
    {
        RoomTemplate.FocusSession =>
        [
            Focus(1), Break(1), Focus(2), Break(2), Focus(3), Break(3), Focus(4),
            Countdown("Long break", 15, AtZero.Stop),
        ],
        RoomTemplate.Talk =>
        [
            Countdown("Talk", 20, AtZero.Overtime) with { WarningLeft = TimeSpan.FromMinutes(5), DangerLeft = TimeSpan.FromMinutes(1) },
            Countdown("Questions", 10, AtZero.Stop),
        ],
        RoomTemplate.SessionClock => [new(Guid.Empty, "Session", TimerKind.CountUp, TimeSpan.Zero)],
        _ => [],
    };

    private static RoomTimer Focus(int round) => Countdown($"Focus {round}", 25, AtZero.StartNext);

    private static RoomTimer Break(int round) => Countdown($"Break {round}", 5, AtZero.StartNext);

    private static RoomTimer Countdown(string title, int minutes, AtZero atZero) =>
        new(Guid.Empty, title, TimerKind.Countdown, TimeSpan.FromMinutes(minutes)) { AtZero = atZero };
}
