using System.Diagnostics;
using System.Globalization;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Durable commands through Core alone, each on disk before it is answered.</summary>
internal static class CoreThroughput
{
    private const int Rooms = 200, Timers = 5, Pace = 2_000, FewPeople = 10, SyncedWrites = 200;

    private static readonly int[] RoomCounts = [10, 1_000, 10_000], JournalLengths = [0, 100_000, 1_000_000];

    /// <summary>In a quick look without the longest journal, and a second for each figure.</summary>
    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var time = TimeSpan.FromSeconds(stage.Of(4, 1));
        var figures = new List<Figure> { Of("Disk", "4 KB written and synced", "ms", await SyncAsync()) };
        await using (var core = await BenchCore.StartAsync(Stock.Rooms(Rooms, Timers, DateTimeOffset.UtcNow)))
        {
            await WarmUpAsync(core, time);
            figures.AddRange(await FlatOutAsync(core, time));
            figures.AddRange(await PacedAsync(core, time));
        }
        figures.AddRange(await GrowthAsync("in 10,000 rooms to 10", RoomCounts.Select(rooms => ($"{Count(rooms)} rooms", rooms, 0)), time));
        var journals = stage.IsQuick ? JournalLengths[..^1] : JournalLengths;
        figures.AddRange(await GrowthAsync("with the longest journal to none", journals.Select(rows => ($"journal of {Count(rows)} rows", Rooms, rows)), time));
        return figures;
    }

    /// <summary>With rests, in which the runtime compiles anew what was called often.</summary>
    private static async Task WarmUpAsync(BenchCore core, TimeSpan time)
    {
        for (var bout = 0; bout < 5; bout++)
        {
            await Drive.FlatOutAsync(core.Rooms, Rooms, time / 4);
            await Task.Delay(TimeSpan.FromSeconds(0.5));
        }
    }

    private static async Task<IEnumerable<Figure>> FlatOutAsync(BenchCore core, TimeSpan time)
    {
        const string scenario = "Commands, 200 rooms flat out";
        var commits = core.Commits;
        var drive = await Drive.FlatOutAsync(core.Rooms, Rooms, time);
        return
        [
            Of(scenario, "durable commands", "/s", drive.PerSecond),
            Of(scenario, "decide to acknowledged, p99", "ms", drive.Part(0.99)),
            Of(scenario, "commands per commit", "", (double)drive.Answered.Length / (core.Commits - commits)),
        ];
    }

    private static async Task<IEnumerable<Figure>> PacedAsync(BenchCore core, TimeSpan time)
    {
        var scenario = $"Commands, 200 rooms, {Count(Pace)} a second";
        var commits = core.Commits;
        var drive = await Drive.PacedAsync(core.Rooms, Pace, time);
        return
        [
            Of(scenario, "decide to acknowledged, p50", "ms", drive.Part(0.5)),
            Of(scenario, "decide to acknowledged, p99", "ms", drive.Part(0.99)),
            Of(scenario, "commands per commit", "", (double)drive.Answered.Length / (core.Commits - commits)),
        ];
    }

    /// <summary>The cost of a command at each size, and how often the first one's the last one's is.</summary>
    private static async Task<List<Figure>> GrowthAsync(string ends, IEnumerable<(string Name, int Rooms, int Journal)> sizes, TimeSpan time)
    {
        var (figures, costs) = (new List<Figure>(), new List<double>());
        foreach (var (name, rooms, journal) in sizes)
        {
            await using var core = await BenchCore.StartAsync(Stock.Rooms(rooms, Timers, DateTimeOffset.UtcNow, journal));
            await Drive.FlatOutAsync(core.Rooms, FewPeople, time / 4);
            // as many click at once whatever the size, or more of them would share a commit
            var drive = await Drive.FlatOutAsync(core.Rooms, FewPeople, time);
            costs.Add(drive.MicrosecondsEach);
            figures.Add(Of($"Commands, {name}", "processor per command", "µs", drive.MicrosecondsEach));
            figures.Add(Of($"Commands, {name}", "decide to acknowledged, p50", "ms", drive.Part(0.5)));
        }
        return [.. figures, Of("Commands, cost", ends, "", costs[^1] / costs[0])];
    }

    /// <summary>What the disk takes for the least a commit can be, in the median.</summary>
    private static async Task<double> SyncAsync()
    {
        var directory = Scratch.New();
        var took = new List<double>();
        await using (var file = new FileStream(Path.Combine(directory.FullName, "synced"), FileMode.CreateNew))
            for (var write = 0; write < SyncedWrites; write++)
            {
                var start = Stopwatch.GetTimestamp();
                await file.WriteAsync(new byte[4096]);
                file.Flush(flushToDisk: true);
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        directory.Delete(recursive: true);
        return took.Order().ElementAt(SyncedWrites / 2);
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static Figure Of(string scenario, string name, string unit, double value) => new(scenario, name, unit, Side.TimerRooms, value);
}
