namespace TimerRooms.E2E.Testing;

/// <summary>The one browser of the run: found on this machine, or brought here.</summary>
public static class Chromium
{
    /// <summary>Names the browser to use, if none of the others is wanted.</summary>
    public const string Variable = "E2E_CHROMIUM";

    private static readonly string[] Names = ["chromium", "google-chrome", "chromium-browser", "google-chrome-stable"];

    private static readonly string[] Quiet =
        ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] also) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Find(playwright),
        ChromiumSandbox = !Environment.IsPrivilegedProcess,  // it refuses to have one as root
        Args = [.. Quiet, .. also],
    });

    private static string Find(IPlaywright playwright) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given
        : OnPath()
        ?? Existing(playwright.Chromium.ExecutablePath)
        ?? Downloaded(playwright)
        ?? (Debian.Install("chromium") ? OnPath() : null)
        ?? throw new InvalidOperationException($"No Chromium here, and none could be installed: install one, or name it in {Variable}.");

    private static string? OnPath() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         select Existing(Path.Combine(folder, name))).FirstOrDefault(path => path is not null);

    private static string? Existing(string path) => File.Exists(path) ? path : null;

    private static string? Downloaded(IPlaywright playwright) =>
        Microsoft.Playwright.Program.Main(["install", "--with-deps", "chromium"]) == 0 ? Existing(playwright.Chromium.ExecutablePath) : null;
}
