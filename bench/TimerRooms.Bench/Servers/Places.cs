using System.Security.Cryptography;

namespace TimerRooms.Bench.Servers;

/// <summary>Where in the source tree things are.</summary>
internal static class Places
{
    // results are compared with others of the same yardstick only
    private const string BaselineHash = "204326c63e1f7f199310d712156733d71773852d2c8244cc8089734248bd29e8";

    public static readonly string Root = FindRoot();

    /// <summary>Published, as a host has it.</summary>
    public static string Server { get; } = Path.Combine(Root, "bench", "bin", "published", "TimerRooms.Web.dll");

    public static string Baseline { get; } = Path.Combine(Root, "bench", "socketio-baseline", "server.mjs");

    /// <exception cref="InvalidOperationException">Something is missing, or the yardstick was changed.</exception>
    public static void Check()
    {
        if (!File.Exists(Server)) throw new InvalidOperationException($"Publish TimerRooms.Web first, as bench/run does: {Server} is not there.");
        if (!Directory.Exists(Path.Combine(Path.GetDirectoryName(Baseline)!, "node_modules"))) throw new InvalidOperationException("The yardstick's packages are not installed.");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Baseline)));
        if (hash != BaselineHash) throw new InvalidOperationException($"The yardstick was changed: its hash is {hash}.");
    }

    private static string FindRoot()
    {
        for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
            if (File.Exists(Path.Combine(place.FullName, "TimerRooms.sln"))) return place.FullName;
        throw new InvalidOperationException("The bench runs in the source tree.");
    }
}
