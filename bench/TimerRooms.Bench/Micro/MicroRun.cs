using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using TimerRooms.Bench.Report;

namespace TimerRooms.Bench.Micro;

/// <summary>What single steps of Core cost, each alone and warm.</summary>
internal static class MicroRun
{
    private static readonly Type[] Benchmarks = [typeof(DecideBenchmarks), typeof(JsonBenchmarks), typeof(ClockTextBenchmarks)];

    /// <summary>Prints the table and puts it into <c>docs/performance.md</c>.</summary>
    /// <param name="root">Of the source tree.</param>
    /// <returns>Whether everything was measured.</returns>
    public static bool Run(string root)
    {
        var config = ManualConfig.CreateEmpty().AddJob(Job.ShortRun).AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        var reports = BenchmarkRunner.Run(Benchmarks, config).SelectMany(summary => summary.Reports).ToList();
        if (reports.Count == 0 || reports.Exists(report => report.ResultStatistics is null)) return false;

        var table = new Table(2, ["Step", "Room", "Takes", "Allocates"], [.. reports.Select(Row)]);
        Console.WriteLine(table.ToText());
        var page = new ReportPage(Path.Combine(root, "docs", "performance.md"));
        page.Put("micro", table.ToMarkdown());
        page.Save();
        return true;
    }

    private static string[] Row(BenchmarkReport report) =>
    [
        report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
        report.BenchmarkCase.HasParameters ? $"{report.BenchmarkCase.Parameters[nameof(DecideBenchmarks.Timers)]} timers" : "",
        Table.Number(report.ResultStatistics!.Mean / 1000, "µs"),
        Table.Number(report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase), "B"),
    ];
}
