using Microsoft.JSInterop;
using TimerRooms.Core.Time;

namespace TimerRooms.Web.Clock;

/// <summary>Tells a page the server's time. The page asks it directly, past every component, so that asking renders nothing.</summary>
public sealed class ClockSample(ServerClock clock)
{
    /// <summary>The server's moment in UTC milliseconds, and what to add to it for the time of day.</summary>
    [JSInvokable]
    public double[] Now() => [(clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds, clock.WallOffset.TotalMilliseconds];
}
