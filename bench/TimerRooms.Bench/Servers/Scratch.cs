namespace TimerRooms.Bench.Servers;

/// <summary>Directories beside the program: the host's temporary ones may lie in memory, where a sync costs nothing.</summary>
internal static class Scratch
{
    /// <summary>A new one, for the caller to delete.</summary>
    public static DirectoryInfo New() => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "scratch", Path.GetRandomFileName()));
}
