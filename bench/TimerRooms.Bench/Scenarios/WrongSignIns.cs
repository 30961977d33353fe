using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Somebody tries many passwords at once; checking one is meant to be slow.</summary>
internal static class WrongSignIns
{
    private const int Tries = 200, Watching = 200;

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        await using var server = (TimerRoomsServer)await stage.StartWarmAsync();
        await server.TakeUpAsync([0]);
        using var crowd = new Crowd();
        await crowd.ComeAsync(server, Watching, 8, _ => server.NewPage(0));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var pause = TimeSpan.FromMilliseconds(50);
        var before = await FanOut.RunAsync(server, 0, crowd, 20, pause);

        var (cpu, since) = (server.Process.Cpu, Stopwatch.GetTimestamp());
        var trying = Enumerable.Range(0, Tries).Select(number => OwnerSession.TryAsync(server.Process.Port, $"wrong {number}")).ToList();
        var during = await FanOut.RunAsync(server, 0, crowd, 10, pause);
        var answers = await Task.WhenAll(trying);
        var (took, spent) = (Stopwatch.GetElapsedTime(since), server.Process.Cpu - cpu);
        const string name = "Sign-ins, 200 wrong ones at once";
        return
        [
            stage.Figure(name, "publish to received before, p99", "ms", before.Received.Part(0.99)),
            stage.Figure(name, "publish to received, p99", "ms", during.Received.Part(0.99)),
            stage.Figure(name, "changes refused, of 10", "", during.Refused),
            stage.Figure(name, "until all are answered", "ms", took.TotalMilliseconds),
            stage.Figure(name, "server CPU", "ms", spent.TotalMilliseconds),
            stage.Figure(name, "told to wait", "", answers.Count(answer => answer.Answer.Status == 429)),
        ];
    }
}
