using System.Diagnostics;
using System.Globalization;

namespace TimerRooms.Bench.Report;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static Table Describe(DateOnly day, int rounds) => new(2, ["", ""],
    [
        ["Measured", string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}, rounds: {rounds}")],
        ["Processor", $"{Line("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores"],
        ["Memory", $"{Kilobytes(Line("/proc/meminfo", "MemTotal")) / 1024 / 1024:0} GB"],
        ["Kernel", Environment.OSVersion.VersionString],
        [".NET", Environment.Version.ToString()],
        ["Node", NodeVersion()],
    ]);

    private static string Line(string file, string key) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown" : "unknown";

    private static double Kilobytes(string amount) => double.TryParse(amount.Split(' ')[0], CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes : double.NaN;

    private static string NodeVersion()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            return node.StandardOutput.ReadToEnd().Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "none";
        }
    }
}
