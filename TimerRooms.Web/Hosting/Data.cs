using Microsoft.AspNetCore.DataProtection;
using TimerRooms.Core;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Hosting;

/// <summary>What lies in the data directory: the database and the keys that protect cookies and tokens.</summary>
internal static class Data
{
    public static void AddData(this IServiceCollection services, string directory)
    {
        services.AddTimerRooms(directory);
        var keys = Path.Combine(directory, "keys");
        PrivateFiles.MakeDirectory(keys);
        services.AddDataProtection().SetApplicationName("TimerRooms").PersistKeysToFileSystem(new DirectoryInfo(keys));
    }

    /// <summary>The claimed directory lives as long as the app: its container lets go of it last.</summary>
    public static void AddClaimed(this IServiceCollection services, DataDirectory data)
    {
        services.AddSingleton(_ => data);
        services.AddSingleton<Database>();
    }

    public static async Task OpenDataAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<Database>().OpenAsync();
        await app.Services.StartTimerRoomsAsync();
    }
}
