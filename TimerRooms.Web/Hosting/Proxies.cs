using Microsoft.AspNetCore.HttpOverrides;

namespace TimerRooms.Web.Hosting;

internal static class Proxies
{
    /// <summary>Scheme, host and client address as the nearest proxy tells them, if it is listed; this host itself always is.</summary>
    public static void AddProxies(this IServiceCollection services, TimerRoomsSettings settings) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = 1;
            foreach (var network in settings.TrustedProxies) options.KnownIPNetworks.Add(network);
        });
}
