using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>How soon a change is on every page of one room, as the crowd grows, and what that costs.</summary>
internal static class FanOuts
{
    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        await using var server = await stage.StartWarmAsync();
        await server.TakeUpAsync([0]);
        using var crowd = new Crowd();
        var figures = new List<Figure>();
        foreach (var (viewers, changes) in stage.IsQuick ? [(100, 15), (1_000, 10)] : new[] { (10, 40), (100, 40), (1_000, 20), (5_000, 8) })
        {
            await crowd.ComeAsync(server, viewers - crowd.Pages.Count, 8, _ => server.NewPage(0));
            // the count of viewers is told at most every 2 s, and the last burst of clock samples takes as long
            await Task.Delay(TimeSpan.FromSeconds(3));
            figures.AddRange(await MeasureAsync(stage, server, crowd, changes));
        }
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage, TestedServer server, Crowd crowd, int changes)
    {
        var fanOut = await FanOut.RunAsync(server, 0, crowd, changes, TimeSpan.FromMilliseconds(100));
        var name = $"Fan-out, {crowd.Pages.Count:N0} viewers";
        var figures = fanOut.Figures(server).Select(one => stage.Figure(name, one.Name, one.Unit, one.Value)).ToList();
        if (stage.Side == Side.TimerRooms)
        {
            figures.Add(stage.Figure(name, "press to own page, p50", "ms", fanOut.PressToOwn.Part(0.5)));
            figures.Add(stage.Figure(name, "write to own page, p50", "ms", fanOut.WriteToOwn.Part(0.5)));
            figures.Add(stage.Figure(name, "write to own page, most", "ms", fanOut.WriteToOwn.Part(1)));
        }
        return figures;
    }
}
