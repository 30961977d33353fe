using Microsoft.AspNetCore.DataProtection;
using TimerRooms.Core;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Hosting;

/// <summary>What lies in the data directory: the database and the keys that protect cookies and tokens.</summary>
internal static class Data
{
    public static void AddData(this IServiceCollection services, string directory)
    {
        PrivateFiles.MakeDirectory(KeysIn(directory));
        services.AddTimerRooms(directory);
        services.AddKeys(directory);
    }

    /// <summary>For a command beside the server, perhaps of another user: it makes no file in the directory, such as a key the server then cannot read.</summary>
    /// <exception cref="StartException">The server has not been here.</exception>
    public static void AddDataAsItIs(this IServiceCollection services, string directory)
    {
        if (!File.Exists(Path.Combine(directory, Database.FileName)))
            throw new StartException($"There is no database in {directory}. Set TimerRooms__DataDirectory to the one the server uses.");
        if (!Directory.Exists(KeysIn(directory)) || Directory.GetFiles(KeysIn(directory), "*.xml").Length == 0)
            throw new StartException($"There are no keys in {KeysIn(directory)}. Start the server, open its sign-in page once, and try again.");
        services.AddTimerRooms(directory);
        services.AddKeys(directory).DisableAutomaticKeyGeneration();
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

    private static string KeysIn(string directory) => Path.Combine(directory, "keys");

    private static IDataProtectionBuilder AddKeys(this IServiceCollection services, string directory) =>
        services.AddDataProtection().SetApplicationName("TimerRooms").PersistKeysToFileSystem(new DirectoryInfo(KeysIn(directory)));
}
