using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Pages;
using TimerRooms.Bench.Servers;
using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Scenarios;

/// <summary>What it costs to let viewers in: the first of a new process, at once or when it has had a moment, and then as many again.</summary>
internal static class Join
{
    private const int AtATime = 8;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var count = stage.Of(1_000, 300);
        var atOnce = await AtOnceAsync(stage, count);
        await using var server = await stage.StartColdAsync();
        // pages that a server has lost come back 4 to 6 s later, most people not that soon
        await Task.Delay(Moment);
        using var crowd = new Crowd();
        var cold = await MeasureAsync(stage, server, crowd, count, $"Join, the first {count:N0}, {Moment.TotalSeconds:0} s after the start");
        var warm = await MeasureAsync(stage, server, crowd, count, WarmName(count));
        if (stage.Side == Side.SocketIo) return [.. atOnce, .. cold, .. warm];  // it serves no page
        return [.. atOnce, .. cold, .. warm, stage.Figure(WarmName(count), "of that, the page", "ms", await PageAsync(server, count))];
    }

    private static async Task<IReadOnlyList<Figure>> AtOnceAsync(Stage stage, int count)
    {
        await using var server = await stage.StartColdAsync();
        using var crowd = new Crowd();
        return await MeasureAsync(stage, server, crowd, count, $"Join, the first {count:N0} at once after the start");
    }

    private static string WarmName(int count) => $"Join, {count:N0} more, warm";

    /// <summary>What the server spends on a page that is read alone, in milliseconds.</summary>
    private static async Task<double> PageAsync(TestedServer server, int count)
    {
        var page = (ViewerPage)server.NewPage(1);
        var cpu = server.Process.Cpu;
        using var http = await HttpConnection.OpenAsync(server.Process.Port);
        for (var read = 0; read < count; read++) await http.AskAsync("GET", page.Path);
        return (server.Process.Cpu - cpu).TotalMilliseconds / count;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage, TestedServer server, Crowd crowd, int count, string name)
    {
        var (cpu, since) = (server.Process.Cpu, Stopwatch.GetTimestamp());
        await crowd.ComeAsync(server, count, AtATime, _ => server.NewPage(0));
        var took = Stopwatch.GetElapsedTime(since);
        var joins = new Spread(crowd.Joins.TakeLast(count));
        return
        [
            stage.Figure(name, "server CPU per join", "ms", (server.Process.Cpu - cpu).TotalMilliseconds / count),
            stage.Figure(name, "page to live, p50", "ms", joins.Part(0.5)),
            stage.Figure(name, "page to live, p99", "ms", joins.Part(0.99)),
            stage.Figure(name, "viewers joined", "/s", count / took.TotalSeconds),
        ];
    }
}
