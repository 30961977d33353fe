using System.Globalization;
using Microsoft.JSInterop;
using TimerRooms.Core.Live;
using TimerRooms.Core.Time;

namespace TimerRooms.Web.Clock;

/// <summary>Tells a page the server's time, and is told when someone acts. The page asks directly, past every component, so that asking renders nothing.</summary>
public sealed class ClockSample(ServerClock clock, Promptness promptness, OpenPage? page = null)
{
    /// <summary>The server's moment in UTC milliseconds, and what to add to it for the time of day: as text, which costs each page far less than numbers do.</summary>
    [JSInvokable]
    public string Now()
    {
        page?.Seen();
        return string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds} {clock.WallOffset.TotalMilliseconds}");
    }

    /// <summary>The page came into sight, or went out of it.</summary>
    [JSInvokable]
    public void Visible(bool visible) => page?.Show(visible);

    /// <summary>Someone acts on the page: what it was follows on the same connection.</summary>
    /// <param name="at">The server's moment as the page knows it, in UTC milliseconds; one that is none is ignored.</param>
    [JSInvokable]
    public void Acted(double at)
    {
        if (Math.Abs(at) < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() / 2) promptness.Acted(DateTimeOffset.UnixEpoch.AddMilliseconds(at));
    }
}
