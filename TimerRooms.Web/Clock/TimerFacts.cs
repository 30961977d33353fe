using System.Globalization;
using System.Runtime.CompilerServices;
using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Clock;

/// <summary>
/// A timer as the attributes from which <c>timer-face</c> draws it: moments as UTC milliseconds, amounts as milliseconds.
/// The names are a contract with <c>wwwroot/clock/timer-face.js</c>. Made once for a timer as it is, and shared by all pages that show it.
/// </summary>
public sealed class TimerFacts
{
    private static readonly ConditionalWeakTable<RoomTimer, TimerFacts> Made = [];

    private TimerFacts(RoomTimer timer)
    {
        Id = timer.Id.ToString();
        TitleId = $"title-{Id}";
        Total = Milliseconds(timer.Total);
        Banked = Milliseconds(timer.Run.Banked);
        Since = Milliseconds(timer.Run.RunningSince);
        FinishedAt = Milliseconds(timer.Run.FinishedAt);
        Warning = Milliseconds(timer.Warning);
        Danger = Milliseconds(timer.Danger);
    }

    public string Id { get; }

    /// <summary>Of the element with its title, which names the others.</summary>
    public string TitleId { get; }

    public string Total { get; }
    public string Banked { get; }
    public string? Since { get; }
    public string? FinishedAt { get; }
    public string Warning { get; }
    public string Danger { get; }

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
