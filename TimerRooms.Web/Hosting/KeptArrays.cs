using System.Buffers;

namespace TimerRooms.Web.Hosting;

/// <summary>
/// Every rendering is written into a borrowed array of 2 KB, and stays in it until the page has drawn it: thousands of them in a large
/// room, of which the runtime would take back 32 for each processor and throw the others away. Why more are kept: docs/decisions/kept-arrays.md.
/// </summary>
internal static partial class KeptArrays
{
    private const string Setting = "DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION";

    /// <summary>Of each size, for all processors together.</summary>
    private const int Most = 16_384;

    /// <summary>More than are kept without the setting.</summary>
    private static readonly int Many = 40 * Environment.ProcessorCount;

    /// <summary>Must come first, as the runtime looks at it once. A host may have set something else.</summary>
    public static void KeepMore()
    {
        if (Environment.GetEnvironmentVariable(Setting) is null) Environment.SetEnvironmentVariable(Setting, $"{Math.Max(Most / Environment.ProcessorCount, Many)}");
    }

    /// <summary>A line in the log if that did not help. Then everything is as the runtime has it.</summary>
    public static void WarnIfDropped(ILogger log)
    {
        var given = Borrow();
        GiveBack(given);
        var again = Borrow();
        if (!again.SetEquals(given)) Dropped(log);
        GiveBack(again);
    }

    // of a kind that nobody else borrows
    private static HashSet<nuint[]> Borrow() => [.. Enumerable.Range(0, Many).Select(_ => ArrayPool<nuint>.Shared.Rent(1))];

    private static void GiveBack(HashSet<nuint[]> arrays)
    {
        foreach (var array in arrays) ArrayPool<nuint>.Shared.Return(array);
    }

    [LoggerMessage(LogLevel.Warning, "Fewer arrays are kept than would be good: each open page costs about half as much memory again")]
    private static partial void Dropped(ILogger log);
}
