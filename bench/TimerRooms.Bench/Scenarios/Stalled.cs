using System.Diagnostics;
using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Pages;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>
/// Viewers who stop answering what they get, and others who take in one byte a second, beside good ones: what the good ones notice, and when
/// the bad ones are shown out.
/// </summary>
internal static class Stalled
{
    private const int Good = 490, Each = 5, SmallWindow = 4 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100), ShownOutWithin = TimeSpan.FromSeconds(45);

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        await using var server = await stage.StartWarmAsync();
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
        IReadOnlyList<Page> bad = [.. silent.Pages, .. slow.Pages];
        while (bad.Any(page => !page.IsLost) && Stopwatch.GetElapsedTime(since) < ShownOutWithin)
        {
            await server.PublishAsync(0);
            await Task.Delay(Pause);
        }
        return Figures(stage, without, with, silent.Pages, slow.Pages, since);
    }

    private static List<Figure> Figures(Stage stage, FanOut without, FanOut with, IReadOnlyList<Page> silent, IReadOnlyList<Page> slow, long since)
    {
        const string name = "Stalled, 10 of 500 viewers";
        return
        [
            stage.Figure(name, "publish to received, p99, without", "ms", without.Received.Part(0.99)),
            stage.Figure(name, "publish to received, p99, with", "ms", with.Received.Part(0.99)),
            stage.Figure(name, "shown out, of 5 that do not answer", "", silent.Count(page => page.IsLost)),
            stage.Figure(name, "until the last of those was", "s", LastLost(silent, since)),
            stage.Figure(name, "shown out, of 5 that read slowly", "", slow.Count(page => page.IsLost)),
            stage.Figure(name, "until the last of those was", "s", LastLost(slow, since)),
        ];
    }

    private static double LastLost(IReadOnlyList<Page> pages, long since) =>
        pages.Where(page => page.IsLost).Select(page => Stopwatch.GetElapsedTime(since, page.LostAt).TotalSeconds).DefaultIfEmpty(double.NaN).Max();
}
