using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Live;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Crash;

/// <summary>Core as the product runs it, on real time.</summary>
internal static class RealCore
{
    public static async Task<ServiceProvider> StartAsync(string directory)
    {
        var services = new ServiceCollection().AddLogging().AddTimerRooms(directory)
            .AddSingleton(_ => DataDirectory.Claim(directory)).AddSingleton<Database>().BuildServiceProvider();
        await services.GetRequiredService<Database>().OpenAsync();
        await services.GetRequiredService<RoomRegistry>().LoadAsync();
        return services;
    }

    public static TimerRoomsDb Database(this ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContext();
}
