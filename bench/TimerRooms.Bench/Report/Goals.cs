using static TimerRooms.Bench.Report.Measure;

namespace TimerRooms.Bench.Report;

/// <summary>What the product promises, on two cores that it shares with the load.</summary>
internal static class Goals
{
    public static readonly IReadOnlyList<Goal> All =
    [
        new("Fan-out, 1,000 viewers", "publish to received, p50", TimesSocketIo, 1.5),
        new("Fan-out, 1,000 viewers", "publish to received, p99", TimesSocketIo, 1.2),
        new("Fan-out, 1,000 viewers", "write to own page, p50", AtMost, 5, "ms"),
        new("Fan-out, 1,000 viewers", "server CPU per update", TimesSocketIo, 2.2),
        new("Fan-out, 5,000 viewers", "publish to received, p99", AtMost, 600, "ms"),
        new("Fan-out, 5,000 viewers", "memory (RSS)", AtMost, 700, "MB"),
        new("Memory", "heap per viewer", AtMost, 60, "KB"),
        new("Memory", "RSS per viewer", AtMost, 100, "KB"),
        new("Join, 1,000 more, warm", "server CPU per join", AtMost, 2.5, "ms"),
        new("Join, the first 1,000 at once after the start", "server CPU per join", AtMost, 4, "ms"),
        new("Join, the first 1,000, 5 s after the start", "server CPU per join", AtMost, 4, "ms"),
        new("Cold start", "port open to right digits", AtMost, 300, "ms"),
        new("Idle, 2,000 viewers", "server CPU of one core", AtMost, 5, "%"),
        new("Idle, 2,000 viewers", "render batches", AtMost, 0),
        new("Commands, 200 rooms flat out", "durable commands", AtLeast, 2_000, "/s"),
        new("Commands, 200 rooms flat out", "commands per commit", AtLeast, 2),
        new("Commands, 200 rooms, 2,000 a second", "decide to acknowledged, p99", AtMost, 50, "ms"),
        new("Commands, cost", "in 10,000 rooms to 10", AtMost, 1.3),
        new("Commands, cost", "with the longest journal to none", AtMost, 1.3),
        new("Stalled viewers", "p99 of the others, more than without", AtMost, 20, "ms"),
        new("Stalled viewers", "closed after", AtMost, 35_000, "ms"),
        new("Churn", "circuits left", AtMost, 0),
        new("Churn", "subscribers left", AtMost, 0),
        new("Churn", "heap kept", AtMost, 5, "MB"),
        new("Crowd", "publish to received, p99", AtMost, 250, "ms"),
        new("Flood", "p99 of those who watch, times idle", AtMost, 2),
        new("Flood", "page beyond the cap", AtMost, 1_000, "ms"),
        new("Stop, 500 circuits", "SIGTERM to exit", AtMost, 5_000, "ms"),
    ];

    /// <summary>Of the scenarios that were run; a goal of one of them that found no figure says so.</summary>
    public static Table Judge(IReadOnlyList<Finding> findings)
    {
        var run = findings.Select(finding => finding.Scenario).ToHashSet();
        return new(5, ["Scenario", "What", "Goal", "Measured", ""], [.. All.Where(goal => run.Contains(goal.Scenario)).Select(goal => Row(goal, findings))]);
    }

    private static string[] Row(Goal goal, IReadOnlyList<Finding> findings)
    {
        var finding = findings.FirstOrDefault(finding => finding.Scenario == goal.Scenario && finding.Name == goal.Name);
        var value = finding is null ? null : goal.Value(finding);
        var verdict = value is null ? "not measured" : goal.IsReachedBy(value.Value) ? "reached" : "**missed**";
        return [goal.Scenario, goal.Name, $"{goal}", Table.Number(value, goal.Measure == TimesSocketIo ? "×" : goal.Unit), verdict];
    }
}
