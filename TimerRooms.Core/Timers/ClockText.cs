using System.Globalization;

namespace TimerRooms.Core.Timers;

/// <summary>
/// The digits people see. What counts down is rounded up and what counts up is rounded down to whole seconds, so that a
/// countdown shows its full duration at the start, and zero exactly when it is used up. The browser's timer-face does the same.
/// </summary>
public static class ClockText
{
    /// <summary>The digits of a timer at a moment, as <c>09:59</c>, <c>1:05:00</c> or, over time, <c>-00:12</c>.</summary>
    public static string Of(RoomTimer timer, DateTimeOffset now) =>
        timer.Kind == TimerKind.CountUp ? Digits(WholeSeconds(timer.Elapsed(now))) : Digits(-WholeSeconds(-timer.Remaining(now)));

    /// <summary>An amount in digits, as <c>10:00</c> or <c>1:05:00</c>.</summary>
    public static string Of(TimeSpan amount) => Digits(WholeSeconds(amount));

    /// <summary>Rounded towards minus infinity.</summary>
    private static long WholeSeconds(TimeSpan amount) => (long)Math.Floor(amount.TotalSeconds);

    private static string Digits(long seconds)
    {
        var sign = seconds < 0 ? "-" : "";
        var (minutes, rest) = Math.DivRem(Math.Abs(seconds), 60);
        return minutes < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes:00}:{rest:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60}:{minutes % 60:00}:{rest:00}");
    }
}
