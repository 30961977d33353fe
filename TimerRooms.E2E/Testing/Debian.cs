using System.Diagnostics;

namespace TimerRooms.E2E.Testing;

/// <summary>Brings what a test needs of the system, where that can be done without asking anyone: on Debian, as root.</summary>
internal static class Debian
{
    private const string Apt = "/usr/bin/apt-get";

    /// <summary>False if it is not that system, or the package could not be had.</summary>
    public static bool Install(string package)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists(Apt)) return false;
        Run("update");
        return Run("install", "-y", package);
    }

    private static bool Run(params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Apt, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
