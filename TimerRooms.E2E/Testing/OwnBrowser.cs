using System.Diagnostics;

namespace TimerRooms.E2E.Testing;

/// <summary>A browser of one test's own, all processes of which can be stopped, as those of a device that sleeps are.</summary>
public sealed class OwnBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly int group;

    private OwnBrowser(IPlaywright playwright, IBrowser browser, int group) => (this.playwright, Browser, this.group) = (playwright, browser, group);

    public IBrowser Browser { get; }

    public static async Task<OwnBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var mark = $"--mark={Guid.NewGuid():N}";
        return new(playwright, await Chromium.LaunchAsync(playwright, mark), Leader(mark));
    }

    public void Stop() => Signal("STOP");

    public void Continue() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        Continue();  // what is stopped cannot be closed
        await Browser.CloseAsync();
        playwright.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", "--", $"-{group}"]);
        kill.WaitForExit();
        if (kill.ExitCode != 0) throw new InvalidOperationException($"The browser's processes took no {name}.");
    }

    /// <summary>Playwright starts a browser as the leader of a process group; its first process alone has no type.</summary>
    private static int Leader(string mark) => int.Parse(
        Path.GetFileName(Directory.GetDirectories("/proc").Single(process => Arguments(process) is var all && all.Contains(mark) && !all.Any(one => one.StartsWith("--type=", StringComparison.Ordinal)))),
        System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Arguments(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
        }
        catch (IOException)
        {
            return [];  // no process, or one that has ended
        }
    }
}
