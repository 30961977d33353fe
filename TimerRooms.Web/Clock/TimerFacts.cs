using System.Globalization;
using System.Runtime.CompilerServices;
using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Clock;

/// <summary>
/// A timer as the text from which <c>timer-face</c> draws it: moments as UTC milliseconds, amounts as milliseconds, a dash for none.
/// Their order is a contract with <c>wwwroot/clock/timer-face.js</c>. Made once for a timer as it is, and shared by all pages that show it.
/// </summary>
public sealed class TimerFacts
{
    private const string None = "-";

    private static readonly ConditionalWeakTable<RoomTimer, TimerFacts> Made = [];

    private TimerFacts(RoomTimer timer)
    {
        Id = timer.Id.ToString();
        TitleId = $"title-{Id}";
        Text = string.Join(' ',
            Kind(timer), AtZero(timer), timer.Run.HasCounted ? "begun" : None, Milliseconds(timer.Total), Milliseconds(timer.Run.Banked),
            Milliseconds(timer.Run.RunningSince) ?? None, Milliseconds(timer.Warning), Milliseconds(timer.Danger), Milliseconds(timer.Run.FinishedAt) ?? None);
    }

    public string Id { get; }

    /// <summary>Of the element with its title, which names the others.</summary>
    public string TitleId { get; }

    /// <summary>One attribute and not nine: each page keeps every attribute of its tree twice.</summary>
    public string Text { get; }

    public static TimerFacts Of(RoomTimer timer) => Made.GetValue(timer, static timer => new(timer));

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
