using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;

namespace TimerRooms.Core;

public static class CoreServices
{
    /// <summary>Everything of Core, keeping its data in the given directory, which must exist.</summary>
    public static IServiceCollection AddTimerRooms(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton<WriteGate>();
        services.AddDbContextFactory<TimerRoomsDb>(options => options
            .UseSqlite(Database.ConnectionTo(Path.Combine(dataDirectory, Database.FileName)))
            .AddInterceptors(new ConnectionSettings()));
        services.AddSingleton(new ServerClock());
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<ServerClock>());
        services.AddSingleton<GuestRoomSettings>();
        services.AddSingleton<RoomStore>().AddSingleton<RoomJournal>().AddSingleton<Guests>().AddSingleton<Displays>();
        services.AddSingleton<Deadlines>().AddSingleton<RoomRegistry>().AddSingleton<ClockWatch>();
        return services;
    }

    /// <summary>Reads the rooms from the open database and takes up their time, once, before anyone is served.</summary>
    public static async Task StartTimerRoomsAsync(this IServiceProvider services)
    {
        await services.GetRequiredService<RoomRegistry>().LoadAsync();
        await services.GetRequiredService<Displays>().LoadAsync();
        services.GetRequiredService<ClockWatch>().Start();
    }
}
