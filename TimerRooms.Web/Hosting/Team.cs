using Microsoft.AspNetCore.Components.Server.Circuits;
using TimerRooms.Core.Live;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Features.Sharing;
using TimerRooms.Web.Features.Team;

namespace TimerRooms.Web.Hosting;

/// <summary>People who come by links, and the rooms that anyone can start.</summary>
internal static class Team
{
    public static void AddTeam(this IServiceCollection services, TimerRoomsSettings settings)
    {
        services.AddSingleton(new GuestRoomSettings { Allowed = settings.GuestRooms, GoesAfter = TimeSpan.FromMinutes(settings.GuestRoomMinutes) });
        services.AddSingleton<Devices>();
        services.AddSingleton<Passcodes>();
        services.AddScoped<LettingIn>();
        services.AddSingleton<AccountFinder>();
        services.AddSingleton<ScreenPairing>();
        services.AddScoped<StartingRooms>();
        services.AddScoped<Connection>();
        services.AddScoped<CircuitHandler>(scope => scope.GetRequiredService<Connection>());
    }
}
