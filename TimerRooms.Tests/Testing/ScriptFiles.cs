using System.Runtime.CompilerServices;

namespace TimerRooms.Tests.Testing;

/// <summary>The page scripts as they stand in the source.</summary>
public static class ScriptFiles
{
    public static string Clock { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../TimerRooms.Web/wwwroot/clock");

    /// <summary>Every script of ours, whichever page it is for.</summary>
    public static IEnumerable<string> All { get; } =
        Directory.EnumerateFiles(Path.Combine(Clock, "../.."), "*.js", SearchOption.AllDirectories).Select(Path.GetFullPath)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "_framework"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
