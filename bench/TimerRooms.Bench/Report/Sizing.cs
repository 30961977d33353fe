using System.Globalization;

namespace TimerRooms.Bench.Report;

/// <summary>What hosts of some sizes carry, reckoned from what fan-out took of memory and processor.</summary>
internal static class Sizing
{
    private const double ForTheServer = 0.7, Busy = 0.5;  // of memory and processor: the rest is the system's, and for what comes at once

    private static readonly (int Cores, int Megabytes)[] Hosts = [(1, 512), (1, 1_024), (2, 2_048), (4, 4_096)];

    /// <summary>Null if fan-out was not measured with enough viewers to tell.</summary>
    public static Table? Of(IReadOnlyList<Finding> findings)
    {
        var memory = Values(findings, "memory (RSS)");
        var cost = Values(findings, "server CPU per update");
        if (memory.Count < 2 || memory[^1].Viewers < 1_000 || cost.Count == 0) return null;

        var perViewer = (memory[^1].Value - memory[0].Value) / (memory[^1].Viewers - memory[0].Viewers);
        return new(1, ["Host", "Viewers its memory holds", "Changes a second that 1,000 viewers see"],
            [.. Hosts.Select(host => (string[])[Name(host), Round((host.Megabytes * ForTheServer - memory[0].Value) / perViewer), Round(host.Cores * Busy * 1e6 / (1_000 * cost[^1].Value))])]);
    }

    private static List<(int Viewers, double Value)> Values(IReadOnlyList<Finding> findings, string name) =>
        [.. from finding in findings
            let match = Plots.ViewerCount().Match(finding.Scenario)
            where match.Success && finding.Name == name && finding.TimerRooms is not null
            let viewers = int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            orderby viewers
            select (viewers, finding.TimerRooms!.Value)];

    private static string Name((int Cores, int Megabytes) host) => $"{host.Cores} core{(host.Cores == 1 ? "" : "s")}, {(host.Megabytes < 1024 ? $"{host.Megabytes} MB" : $"{host.Megabytes / 1024} GB")}";

    /// <summary>Downwards, to two digits: it is an estimate.</summary>
    private static string Round(double value)
    {
        var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, value))) - 1));
        return (Math.Floor(value / step) * step).ToString("N0", CultureInfo.InvariantCulture);
    }
}
