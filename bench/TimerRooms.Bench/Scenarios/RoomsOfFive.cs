using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Pages;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Many small rooms, each changed once, one right after the other.</summary>
internal static class RoomsOfFive
{
    private const int ViewersEach = 5;

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var rooms = stage.Of(1_000, 200);
        await using var server = await stage.StartWarmAsync();
        await server.TakeUpAsync(Enumerable.Range(0, rooms));
        var pages = new Page[rooms * ViewersEach];
        using var crowd = new Crowd();
        await crowd.ComeAsync(server, pages.Length, 8, number => pages[number] = server.NewPage(number / ViewersEach));
        await Task.Delay(TimeSpan.FromSeconds(3));

        await server.PublishedAsync();
        var (cpu, since) = (server.Process.Cpu, Stopwatch.GetTimestamp());
        crowd.Expect(pages.Length);
        for (var room = 0; room < rooms; room++) await server.PublishAsync(room);
        var took = Stopwatch.GetElapsedTime(since);
        await crowd.AllAsync(TimeSpan.FromSeconds(10));
        var spent = server.Process.Cpu - cpu;
        return Figures(stage, $"Fan-out, {rooms:N0} rooms of {ViewersEach}", pages, await server.PublishedAsync(), spent, took);
    }

    private static IReadOnlyList<Figure> Figures(Stage stage, string name, Page[] pages, IReadOnlyList<long> told, TimeSpan spent, TimeSpan took)
    {
        var rooms = pages.Length / ViewersEach;
        if (told.Count != rooms) throw new InvalidOperationException($"{told.Count} changes of {rooms} were told of.");
        var received = new Spread(pages.Index().Where(page => page.Item.Updates > 0)
            .Select(page => Stopwatch.GetElapsedTime(told[page.Index / ViewersEach], page.Item.UpdatedAt).TotalMilliseconds));
        return
        [
            stage.Figure(name, "publish to received, p50", "ms", received.Part(0.5)),
            stage.Figure(name, "publish to received, p99", "ms", received.Part(0.99)),
            stage.Figure(name, "server CPU per update", "µs", spent.TotalMicroseconds / received.Count),
            stage.Figure(name, "changes, one after the other", "/s", rooms / took.TotalSeconds),
            stage.Figure(name, "updates missed", "", pages.Length - received.Count),
        ];
    }
}
