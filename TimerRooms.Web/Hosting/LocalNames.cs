using System.Net;

namespace TimerRooms.Web.Hosting;

/// <summary>Names of this very device. Browsers trust them without https, and keep Secure cookies for them.</summary>
internal static class LocalNames
{
    public static bool Contains(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
