using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Clock;

/// <summary>
/// What a timer looked like when its page was read, until the script draws over it. A page that is live has none: what the server said
/// of it would stand in the script's way.
/// </summary>
public sealed record FirstLook(string Digits, string Phase, string Word, string Progress, string Ends)
{
    /// <summary>None where the script draws from the start.</summary>
    public static FirstLook? Unless(bool isLive, RoomTimer timer, DateTimeOffset now) => isLive ? null : Of(timer, now);

    public static FirstLook Of(RoomTimer timer, DateTimeOffset now)
    {
        var phase = timer.Phase(now);
        return new(
            ClockText.Of(timer, now), TimerWords.Name(phase), TimerWords.Of(phase), TimerFacts.Progress(timer, now),
            timer.Kind == TimerKind.Countdown ? $"of {ClockText.Of(timer.Total)}" : "");
    }
}
