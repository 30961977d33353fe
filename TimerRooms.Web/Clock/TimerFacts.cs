using System.Globalization;
using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Clock;

/// <summary>
/// A timer as the attributes from which <c>timer-face</c> draws it: moments as UTC milliseconds, amounts as milliseconds.
/// The names are a contract with <c>wwwroot/clock/timer-face.js</c>.
/// </summary>
public static class TimerFacts
{
    public static string Kind(RoomTimer timer) => timer.Kind == TimerKind.CountUp ? "count-up" : "countdown";

    public static string AtZero(RoomTimer timer) => timer.AtZero switch
    {
        Core.Timers.AtZero.Overtime => "overtime",
        Core.Timers.AtZero.StartNext => "start-next",
        Core.Timers.AtZero.Repeat => "repeat",
        _ => "stop",
    };

    public static string Milliseconds(TimeSpan amount) => (amount.Ticks / (decimal)TimeSpan.TicksPerMillisecond).ToString("0.####", CultureInfo.InvariantCulture);

    public static string? Milliseconds(DateTimeOffset? moment) => moment is { } at ? Milliseconds(at - DateTimeOffset.UnixEpoch) : null;

    /// <summary>The bar of a countdown, 0 to 100: what is left. One that is used up is full again, in the colour of its phase.</summary>
    public static string Progress(RoomTimer timer, DateTimeOffset now)
    {
        var left = timer.Remaining(now);
        var percent = left > TimeSpan.Zero && timer.Total > TimeSpan.Zero ? Math.Min(100, 100 * left / timer.Total) : 100;
        return percent.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
