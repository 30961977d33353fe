namespace TimerRooms.Web.Hosting;

/// <summary>Where things lie, from source and when published.</summary>
internal static class Places
{
    private static readonly string AssemblyName = typeof(Places).Assembly.GetName().Name!;

    /// <summary>A build output refers to the web files in the source tree; a publish carries its own.</summary>
    public static bool RunsFromSource => File.Exists(Path.Combine(AppContext.BaseDirectory, $"{AssemblyName}.staticwebassets.runtime.json"));

    public static string DefaultDataDirectory => StateDirectory ?? Path.Combine(SourceRoot ?? AppContext.BaseDirectory, "data");

    /// <summary>What systemd gives a unit; with several it is a list, and the first is ours.</summary>
    private static string? StateDirectory =>
        Environment.GetEnvironmentVariable("STATE_DIRECTORY")?.Split(':', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private static string? SourceRoot
    {
        get
        {
            if (!RunsFromSource) return null;
            for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
                if (File.Exists(Path.Combine(place.FullName, "TimerRooms.sln"))) return place.FullName;
            return null;
        }
    }
}
