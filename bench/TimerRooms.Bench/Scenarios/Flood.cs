using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Pages;
using TimerRooms.Bench.Servers;
using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Scenarios;

/// <summary>All places for live pages are taken, and more come all the time: what those who watch notice, and what those get who are too many.</summary>
internal static class Flood
{
    private const int Others = 500, PerSecond = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var watching = stage.Of(500, 200);
        await using var server = await TimerRoomsServer.StartAsync(stage.Seeded, livePages: watching + Others + 1);
        await server.TakeUpAsync([0]);
        using var crowd = new Crowd();
        using var others = new Crowd();
        await crowd.ComeAsync(server, watching, 8, _ => server.NewPage(0));
        await Task.Delay(TimeSpan.FromSeconds(3));
        await FanOut.RunAsync(server, 0, crowd, 40, TimeSpan.FromMilliseconds(5));
        var idle = await FanOut.RunAsync(server, 0, crowd, 20, Pause);

        await others.ComeAsync(server, Others, 8, _ => server.NewPage(1));
        using var stop = new CancellationTokenSource();
        var flooding = FloodAsync(server, stop.Token);
        var flooded = await FanOut.RunAsync(server, 0, crowd, 20, Pause);
        await stop.CancelAsync();
        var (pages, refused) = await flooding;
        const string name = "Flood";
        return
        [
            stage.Figure(name, "publish to received before, p99", "ms", idle.Received.Part(0.99)),
            stage.Figure(name, "publish to received, p99", "ms", flooded.Received.Part(0.99)),
            stage.Figure(name, "p99 of those who watch, times idle", "", flooded.Received.Part(0.99) / idle.Received.Part(0.99)),
            stage.Figure(name, "page beyond the cap, p50", "ms", pages.Part(0.5)),
            stage.Figure(name, "page beyond the cap", "ms", pages.Part(0.99)),
            stage.Figure(name, "sockets refused, of all tried", "%", 100.0 * refused / pages.Count),
        ];
    }

    private static async Task<(Spread Pages, int Refused)> FloodAsync(TimerRoomsServer server, CancellationToken stop)
    {
        var (since, tries) = (Stopwatch.GetTimestamp(), new List<Task<(double, bool)>>());
        while (!stop.IsCancellationRequested)
        {
            while (tries.Count < PerSecond * Stopwatch.GetElapsedTime(since).TotalSeconds) tries.Add(TryAsync(server));
            await Task.Delay(5, CancellationToken.None);
        }
        var all = await Task.WhenAll(tries);
        return (new Spread(all.Select(one => one.Item1)), all.Count(one => one.Item2));
    }

    // how long its page takes, and whether it is then refused a live connection
    private static async Task<(double Page, bool IsRefused)> TryAsync(TimerRoomsServer server)
    {
        var viewer = server.NewPage(2);
        var since = Stopwatch.GetTimestamp();
        using (var http = await HttpConnection.OpenAsync(server.Process.Port)) await http.AskAsync("GET", viewer.Path);
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        try
        {
            await viewer.OpenAsync(server.Process.Port);
            viewer.Dispose();
            return (took, false);
        }
        catch (IOException)
        {
            return (took, true);
        }
    }
}
