using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TimerRooms.Web.Hosting;

/// <summary>Where the server listens.</summary>
internal static class ServerAddress
{
    /// <summary>The first address, with a name that can be opened where it listens on every interface; null if it has none.</summary>
    public static string? Of(IServer server)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } bound) return null;
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }
}
