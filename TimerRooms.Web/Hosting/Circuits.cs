using Microsoft.AspNetCore.Components.Server;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Web.Hosting;

/// <summary>Pages and their circuits: how long a lost one is kept, how soon a dead one is noticed.</summary>
internal static class Circuits
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(KeepCircuits)
            .AddHubOptions(hub =>
            {
                hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
                hub.ClientTimeoutInterval = TimeSpan.FromSeconds(25);
                hub.HandshakeTimeout = TimeSpan.FromSeconds(10);
            });
        services.AddLightInterop();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddSingleton<Lull>();
        services.AddScoped<PublicAddress>();
        services.AddScoped<Promptness>();
        services.AddScoped<RoomDoor>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(live =>
        {
            // titles and secrets in one compressed batch would invite length attacks
            live.DisableWebSocketCompression = true;
            live.ContentSecurityFrameAncestorsPolicy = null;  // SecurityHeaders says it for every response
        });
    }

    private static void KeepCircuits(CircuitOptions circuits)
    {
        // one blip of a proxy disconnects every viewer at once
        circuits.DisconnectedCircuitMaxRetained = 1_000;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(60);
        // nothing resumes from these: all truth is in the registry
        circuits.PersistedCircuitInMemoryMaxRetained = 1;
        circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(1);
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
        // the newest state is what matters; more than a page acknowledges at once (acknowledge.js)
        circuits.MaxBufferedUnacknowledgedRenderBatches = 12;
    }
}
