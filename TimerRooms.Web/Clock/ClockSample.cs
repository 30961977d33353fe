using System.Globalization;
using Microsoft.JSInterop;
using TimerRooms.Core.Live;
using TimerRooms.Core.Time;

namespace TimerRooms.Web.Clock;

/// <summary>Tells a page the server's time, and is told how the page is and when someone acts. The page asks directly, past every component, so that asking renders nothing.</summary>
/// <param name="report">Given what the page says about itself; null if that could not be read.</param>
public sealed class ClockSample(ServerClock clock, Promptness promptness, Action<ScreenState?> report)
{
    /// <summary>The server's moment in UTC milliseconds, and what to add to it for the time of day: as text, which costs each page far less than numbers do.</summary>
    /// <param name="state">As <see cref="ScreenState.Read"/> reads it.</param>
    [JSInvokable]
    public string Now(string state)
    {
        // first of all: the less between the clock and the wire, the better the sample
        var answer = string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds} {clock.WallOffset.TotalMilliseconds}");
        report(ScreenState.Read(state));
        return answer;
    }

    /// <summary>Something about the page is different now.</summary>
    /// <inheritdoc cref="Now"/>
    [JSInvokable]
    public void Report(string state) => report(ScreenState.Read(state));

    /// <summary>Someone acts on the page: what it was follows on the same connection.</summary>
    /// <param name="at">The server's moment as the page knows it, in UTC milliseconds; one that is none is ignored.</param>
    [JSInvokable]
    public void Acted(double at)
    {
        if (Math.Abs(at) < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() / 2) promptness.Acted(DateTimeOffset.UnixEpoch.AddMilliseconds(at));
    }
}
