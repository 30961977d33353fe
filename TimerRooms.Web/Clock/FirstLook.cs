using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Clock;

/// <summary>
/// What a timer looked like when it was first rendered on a page. It is constant from then on: the script draws over it, and a
/// change from the server would undo that.
/// </summary>
public sealed record FirstLook(string Digits, string Phase, string Word, string Progress, string Ends)
{
    public static FirstLook Of(RoomTimer timer, DateTimeOffset now)
    {
        var phase = timer.Phase(now);
        return new(
            ClockText.Of(timer, now), TimerWords.Name(phase), TimerWords.Of(phase), TimerFacts.Progress(timer, now),
            timer.Kind == TimerKind.Countdown ? $"of {ClockText.Of(timer.Total)}" : "");
    }
}

/// <summary>The first looks of all timers of one page.</summary>
public sealed class FirstLooks
{
    private readonly Dictionary<Guid, FirstLook> looks = [];

    public FirstLook this[RoomTimer timer, DateTimeOffset now] =>
        looks.TryGetValue(timer.Id, out var look) ? look : looks[timer.Id] = FirstLook.Of(timer, now);
}
