using System.Runtime.CompilerServices;

namespace TimerRooms.Tests.Testing;

/// <summary>The page scripts as they stand in the source.</summary>
public static class ScriptFiles
{
    public static string Clock { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../TimerRooms.Web/wwwroot/clock");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
