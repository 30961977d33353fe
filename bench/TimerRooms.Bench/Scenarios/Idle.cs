using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>What viewers cost while nothing changes and the timers run.</summary>
internal static class Idle
{
    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var count = stage.Of(2_000, 300);
        await using var server = await stage.StartWarmAsync();
        using var crowd = new Crowd();
        await crowd.ComeAsync(server, count, 8, _ => server.NewPage(0));
        // the viewers' count is told and the first bursts of clock samples are over
        await Task.Delay(TimeSpan.FromSeconds(6));

        var name = $"Idle, {count:N0} viewers";
        var (batches, cpu, since) = (await BatchesAsync(server), server.Process.Cpu, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(stage.Of(20, 5)));
        var share = (server.Process.Cpu - cpu) / Stopwatch.GetElapsedTime(since);
        var figures = new List<Figure> { stage.Figure(name, "server CPU of one core", "%", 100 * share) };
        if (stage.Side == Side.TimerRooms) figures.Add(stage.Figure(name, "render batches", "", await BatchesAsync(server) - batches));
        return figures;
    }

    private static async Task<long> BatchesAsync(TestedServer server) =>
        server is TimerRoomsServer ours ? await ours.Agent.BatchesAsync() : 0;
}
