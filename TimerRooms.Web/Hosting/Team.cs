using Microsoft.AspNetCore.Components.Server.Circuits;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Features.Sharing;
using TimerRooms.Web.Features.Team;

namespace TimerRooms.Web.Hosting;

/// <summary>People who come by links.</summary>
internal static class Team
{
    public static void AddTeam(this IServiceCollection services)
    {
        services.AddSingleton<Devices>();
        services.AddSingleton<Passcodes>();
        services.AddScoped<LettingIn>();
        services.AddSingleton<AccountFinder>();
        services.AddSingleton<ScreenPairing>();
        services.AddScoped<Connection>();
        services.AddScoped<CircuitHandler>(scope => scope.GetRequiredService<Connection>());
    }
}
