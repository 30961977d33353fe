using System.Globalization;

namespace TimerRooms.E2E.Testing;

/// <summary>
/// The wall clock of a server process, set by the test, while all other clocks of that process are the machine's own. It is
/// libfaketime, loaded before the process, that answers for it.
/// </summary>
public sealed class WallClock : IDisposable
{
    private const string Package = "libfaketime";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("timerrooms-clock-");
    private readonly string library = Find();

    public WallClock() => Write();

    /// <summary>How far it is ahead of the machine's.</summary>
    public TimeSpan Offset { get; private set; }

    /// <summary>With this a server goes by it.</summary>
    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("LD_PRELOAD", library),
        ("FAKETIME_TIMESTAMP_FILE", File),
        ("FAKETIME_NO_CACHE", "1"),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ("FAKETIME_FORCE_MONOTONIC_FIX", "0"),  // the fix makes every wait with a timeout end at once
        ("NO_FAKE_STAT", "1"),
    ];

    private string File => Path.Combine(folder.FullName, "offset");

    public void Step(TimeSpan by)
    {
        Offset += by;
        Write();
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        // a killed process leaves what it shared with its children, in the way of a later one with the same id
        foreach (var left in Directory.EnumerateFiles("/dev/shm", "*faketime_s*"))
            if (!Directory.Exists($"/proc/{left[(left.LastIndexOf('_') + 1)..]}")) System.IO.File.Delete(left);
    }

    /// <summary>In one go: it is read at any moment.</summary>
    private void Write()
    {
        System.IO.File.WriteAllText($"{File}.new", Offset.TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture));
        System.IO.File.Move($"{File}.new", File, overwrite: true);
    }

    private static string Find() =>
        Installed()
        ?? (Debian.Install(Package) ? Installed() : null)
        ?? throw new InvalidOperationException($"No libfaketime here, and it could not be installed: install the package {Package}.");

    private static string? Installed() => !OperatingSystem.IsLinux() ? null
        : Directory.EnumerateDirectories("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketime.so.1")).FirstOrDefault(System.IO.File.Exists);
}
