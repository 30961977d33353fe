using System.Globalization;
using System.Text.RegularExpressions;

namespace TimerRooms.Bench.Report;

/// <summary>How the cost grows with what there is more of, by the figures of a run.</summary>
internal static partial class Plots
{
    /// <summary>Those there are figures for, each with the name of its file.</summary>
    public static IEnumerable<(string Name, Plot Plot)> Of(IReadOnlyList<Finding> findings)
    {
        List<Series> fanOut = [.. FanOut(findings)];
        if (fanOut.Count > 0) yield return ("fan-out", new("A change reaches all viewers of a room", AcrossBy("viewers of the room", fanOut, true), Axis.Decades("milliseconds", [.. Ys(fanOut)]), fanOut));
        List<Series> rooms = [.. Cost(findings, RoomCount())];
        if (rooms.Count > 0) yield return ("rooms", new("What a command costs with more rooms", AcrossBy("rooms", rooms, true), Axis.FromZero("processor time, µs", Ys(rooms).Max()), rooms));
        List<Series> journal = [.. Cost(findings, JournalLength())];
        if (journal.Count > 0) yield return ("journal", new("What a command costs with a longer journal", AcrossBy("rows of the journal", journal, false), Axis.FromZero("processor time, µs", Ys(journal).Max()), journal));
    }

    private static IEnumerable<Series> FanOut(IReadOnlyList<Finding> findings)
    {
        foreach (var part in new[] { "p99", "p50" })
        {
            var found = findings.Where(finding => finding.Name == $"publish to received, {part}").ToList();
            if (Points(found, ViewerCount(), finding => finding.TimerRooms) is { Count: > 1 } ours) yield return new($"TimerRooms, {part}", Side.TimerRooms, part == "p50", ours);
            if (Points(found, ViewerCount(), finding => finding.SocketIo) is { Count: > 1 } theirs) yield return new($"Socket.IO, {part}", Side.SocketIo, part == "p50", theirs);
        }
    }

    private static IEnumerable<Series> Cost(IReadOnlyList<Finding> findings, Regex size)
    {
        var points = Points(findings.Where(finding => finding.Name == "processor per command"), size, finding => finding.TimerRooms);
        if (points.Count > 1) yield return new("TimerRooms", Side.TimerRooms, false, points);
    }

    private static List<(double X, double Y)> Points(IEnumerable<Finding> findings, Regex size, Func<Finding, double?> value) =>
        [.. from finding in findings
            let match = size.Match(finding.Scenario)
            where match.Success && value(finding) is not null
            let x = double.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            orderby x
            select (x, value(finding)!.Value)];

    private static Axis AcrossBy(string label, List<Series> lines, bool isLogarithmic) =>
        Axis.Measured(label, [.. lines.SelectMany(line => line.Points).Select(point => point.X).Distinct().Order()], isLogarithmic);

    private static IEnumerable<double> Ys(List<Series> lines) => lines.SelectMany(line => line.Points).Select(point => point.Y);

    [GeneratedRegex(@"^Fan-out, ([\d,]+) viewers$")]
    internal static partial Regex ViewerCount();

    [GeneratedRegex(@"^Commands, ([\d,]+) rooms$")]
    private static partial Regex RoomCount();

    [GeneratedRegex(@"^Commands, journal of ([\d,]+) rows$")]
    private static partial Regex JournalLength();
}
