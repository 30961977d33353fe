using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Storage;

namespace TimerRooms.Core;

public static class CoreServices
{
    /// <summary>The name of the database file in the data directory.</summary>
    public const string DatabaseFile = "timerrooms.db";

    /// <summary>Everything of Core, keeping its data in the given directory, which must exist.</summary>
    public static IServiceCollection AddTimerRooms(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton<WriteGate>();
        services.AddDbContextFactory<TimerRoomsDb>(options => options
            .UseSqlite($"Data Source={Path.Combine(dataDirectory, DatabaseFile)};Default Timeout=5")
            .AddInterceptors(new ConnectionSettings()));
        return services;
    }
}
