using Microsoft.JSInterop;

namespace TimerRooms.Web.Clock;

/// <summary>Tells a page the server's time. The page asks it directly, past every component, so that asking renders nothing.</summary>
public sealed class ClockSample(TimeProvider clock)
{
    /// <summary>UTC milliseconds.</summary>
    [JSInvokable]
    public double Now() => (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
