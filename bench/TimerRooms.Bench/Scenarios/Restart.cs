using System.Diagnostics;
using TimerRooms.Bench.Crowds;

namespace TimerRooms.Bench.Scenarios;

/// <summary>The server is killed and started again: when its viewers are live again.</summary>
internal static class Restart
{
    private const int AtOnce = 8;

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var count = stage.Of(2_000, 500);
        await using var server = await stage.StartColdAsync();
        var viewers = Enumerable.Range(0, count).Select(number => new Returning(server, 0, number)).ToList();
        foreach (var together in viewers.Chunk(AtOnce)) await Task.WhenAll(together.Select(viewer => viewer.ComeAsync()));

        var restarting = server.RestartAsync();
        var back = viewers.Select(viewer => viewer.ComeBackAsync()).ToList();
        var killedAt = await restarting;
        var serves = Stopwatch.GetElapsedTime(killedAt);
        await Task.WhenAll(back);
        var spent = server.Process.Cpu;
        var times = new Spread(viewers.Select(viewer => Stopwatch.GetElapsedTime(killedAt, viewer.LiveAt).TotalMilliseconds));
        viewers.ForEach(viewer => viewer.Dispose());

        var name = $"Restart, {count:N0} viewers";
        return
        [
            stage.Figure(name, "kill to server serves", "ms", serves.TotalMilliseconds),
            stage.Figure(name, "kill to viewer live, p50", "ms", times.Part(0.5)),
            stage.Figure(name, "kill to viewer live, p99", "ms", times.Part(0.99)),
            stage.Figure(name, "kill to all live", "ms", times.Part(1)),
            stage.Figure(name, "server CPU until all are live", "ms", spent.TotalMilliseconds),
        ];
    }
}
