using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Owners who press as fast as they are answered, each in a room of their own.</summary>
internal static class Throughput
{
    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var rooms = stage.Of(200, 50);
        await using var server = (TimerRoomsServer)await stage.StartWarmAsync();
        await server.TakeUpAsync(Enumerable.Range(0, rooms));
        await PressAsync(server, rooms, TimeSpan.FromSeconds(2));
        await server.PublishedAsync();

        var (cpu, since) = (server.Process.Cpu, Stopwatch.GetTimestamp());
        var answers = await PressAsync(server, rooms, TimeSpan.FromSeconds(stage.Of(10, 5)));
        var (spent, took) = (server.Process.Cpu - cpu, Stopwatch.GetElapsedTime(since));
        var durations = new Spread((await server.Agent.WritesAsync()).Select(write => write.Took.TotalMilliseconds));
        var name = $"Commands through circuits, {rooms:N0} rooms";
        return
        [
            stage.Figure(name, "commands", "/s", durations.Count / took.TotalSeconds),
            stage.Figure(name, "decided to on disk, p50", "ms", durations.Part(0.5)),
            stage.Figure(name, "decided to on disk, p99", "ms", durations.Part(0.99)),
            stage.Figure(name, "press to answer, p50", "ms", answers.Part(0.5)),
            stage.Figure(name, "press to answer, p99", "ms", answers.Part(0.99)),
            stage.Figure(name, "server CPU per command", "ms", spent.TotalMilliseconds / durations.Count),
        ];
    }

    private static async Task<Spread> PressAsync(TimerRoomsServer server, int rooms, TimeSpan time)
    {
        var since = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, rooms).Select(async room =>
        {
            var took = new List<double>();
            while (Stopwatch.GetElapsedTime(since) < time)
            {
                var pressedAt = Stopwatch.GetTimestamp();
                await server.PublishAsync(room);
                took.Add(Stopwatch.GetElapsedTime(pressedAt).TotalMilliseconds);
            }
            return took;
        }));
        return new Spread(answers.SelectMany(took => took));
    }
}
