using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>How long a server that is asked to end takes with its pages open.</summary>
internal static class Stop
{
    private const int Viewers = 500;

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        await using var server = await TimerRoomsServer.StartAsync(stage.Seeded);
        using var crowd = new Crowd();
        await crowd.ComeAsync(server, Viewers, 8, _ => server.NewPage(0));
        var took = await server.Process.StopAsync();
        return [stage.Figure("Stop, 500 circuits", "SIGTERM to exit", "ms", took.TotalMilliseconds)];
    }
}
