using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>A crowd that comes within 3 s to a room that is being driven, and what those who were there notice.</summary>
internal static class Arrival
{
    private const int There = 100;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(3), Pause = TimeSpan.FromMilliseconds(150);

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var count = stage.Of(1_000, 300);
        await using var server = await stage.StartWarmAsync();
        await server.TakeUpAsync([0]);
        using var crowd = new Crowd();
        using var coming = new Crowd();
        await crowd.ComeAsync(server, There, 8, _ => server.NewPage(0));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = await FanOut.RunAsync(server, 0, crowd, 15, Pause);

        var since = Stopwatch.GetTimestamp();
        var arriving = ArriveAsync(server, coming, count);
        var during = await FanOut.RunAsync(server, 0, crowd, 15, Pause);
        await arriving;
        var allLive = Stopwatch.GetElapsedTime(since);
        var joins = new Spread(coming.Joins);
        const string name = "Crowd";
        return
        [
            stage.Figure(name, "publish to received before, p99", "ms", before.Received.Part(0.99)),
            stage.Figure(name, "publish to received, p50", "ms", during.Received.Part(0.5)),
            stage.Figure(name, "publish to received, p99", "ms", during.Received.Part(0.99)),
            stage.Figure(name, "page to live, p50", "ms", joins.Part(0.5)),
            stage.Figure(name, "page to live, p99", "ms", joins.Part(0.99)),
            stage.Figure(name, "until all are live", "ms", allLive.TotalMilliseconds),
        ];
    }

    // whoever comes does not wait for those who came before
    private static async Task ArriveAsync(TestedServer server, Crowd crowd, int count)
    {
        var since = Stopwatch.GetTimestamp();
        var joins = new List<Task>();
        while (joins.Count < count)
        {
            var due = Math.Min(count, (int)(count * (Stopwatch.GetElapsedTime(since) / Within)));
            while (joins.Count < due) joins.Add(crowd.JoinAsync(server, server.NewPage(0)));
            await Task.Delay(5);
        }
        await Task.WhenAll(joins);
    }
}
