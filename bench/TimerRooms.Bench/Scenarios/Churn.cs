using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Viewers who open the page and close it again: what they leave behind.</summary>
internal static class Churn
{
    private const int Together = 20;

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var cycles = stage.Of(1_000, 200);
        await using var server = await TimerRoomsServer.StartAsync(stage.Seeded);
        var subscribers = await server.SubscribersAsync(0);  // the server's own
        await CycleAsync(server, Together * 10);
        var (heap, circuits) = (await server.HeapAsync(), await SettledAsync(server));
        var (cpu, since) = (server.Process.Cpu, Stopwatch.GetTimestamp());
        await CycleAsync(server, cycles);
        var (spent, took) = (server.Process.Cpu - cpu, Stopwatch.GetElapsedTime(since));
        var left = await SettledAsync(server) - circuits;

        const string name = "Churn";
        return
        [
            stage.Figure(name, "circuits left", "", left),
            stage.Figure(name, "subscribers left", "", await server.SubscribersAsync(0) - subscribers),
            stage.Figure(name, "heap kept", "MB", (await server.HeapAsync() - heap) / 1e6),
            stage.Figure(name, "server CPU per page", "ms", spent.TotalMilliseconds / cycles),
            stage.Figure(name, "pages", "/s", cycles / took.TotalSeconds),
        ];
    }

    private static async Task CycleAsync(TimerRoomsServer server, int cycles)
    {
        for (var done = 0; done < cycles; done += Together)
        {
            using var crowd = new Crowd();
            await crowd.ComeAsync(server, Together, Together, _ => server.NewPage(0));
            await crowd.LeaveAsync(Together);
        }
    }

    /// <summary>How many circuits there are once their number does not fall any more.</summary>
    private static async Task<long> SettledAsync(TimerRoomsServer server)
    {
        long before, now = long.MaxValue;
        do
        {
            before = now;
            await Task.Delay(TimeSpan.FromSeconds(1));
            now = (await server.Agent.CountsAsync()).Circuits;
        }
        while (now < before);
        return now;
    }
}
