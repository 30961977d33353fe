using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>
/// Viewers who stop answering what they get, and others who take in one byte a second, beside good ones: what the good ones notice, and when
/// the bad ones are shown out.
/// </summary>
internal static class Stalled
{
    private const int Good = 490, Each = 5, SmallWindow = 4 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100), WatchedFor = TimeSpan.FromSeconds(45);

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        await using var server = (TimerRoomsServer)await stage.StartWarmAsync();
        await server.TakeUpAsync([0]);
        using var good = new Crowd();
        using var silent = new Crowd();
        await good.ComeAsync(server, Good, 8, _ => server.NewPage(0));
        await silent.ComeAsync(server, Each, 1, _ => server.NewPage(0));
        using var slow = new Crowd();
        await slow.ComeAsync(server, Each, 1, _ => server.NewPage(0, SmallWindow));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var without = await FanOut.RunAsync(server, 0, good, stage.Of(40, 15), Pause);

        foreach (var page in silent.Pages) page.Acknowledges = false;
        foreach (var page in slow.Pages) page.ReadsSlowly = true;
        var since = Stopwatch.GetTimestamp();
        var with = await FanOut.RunAsync(server, 0, good, stage.Of(40, 15), Pause);
        var closed = await ClosedAsync(server, since);
        const string name = "Stalled viewers";
        return
        [
            stage.Figure(name, "p99 of the others, without", "ms", without.Received.Part(0.99)),
            stage.Figure(name, "p99 of the others, more than without", "ms", with.Received.Part(0.99) - without.Received.Part(0.99)),
            stage.Figure(name, "closed after", "ms", closed.TotalMilliseconds),
        ];
    }

    /// <summary>Changes go on until the server has closed all that stall: one that reads slowly would learn so itself much later.</summary>
    private static async Task<TimeSpan> ClosedAsync(TimerRoomsServer server, long since)
    {
        var others = (await server.Agent.CountsAsync()).Connected - 2 * Each;
        while ((await server.Agent.CountsAsync()).Connected > others && Stopwatch.GetElapsedTime(since) < WatchedFor)
        {
            await server.PublishAsync(0);
            await Task.Delay(Pause);
        }
        return Stopwatch.GetElapsedTime(since);
    }
}
