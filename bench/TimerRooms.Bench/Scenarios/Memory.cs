using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>What a server keeps for each viewer, joined and after the room was driven.</summary>
internal static class Memory
{
    private const double Kilobyte = 1024;

    public static async Task<IReadOnlyList<Figure>> RoundAsync(Stage stage)
    {
        var count = stage.Of(1_000, 200);
        await using var server = await stage.StartWarmAsync();
        await server.TakeUpAsync([0]);
        using var crowd = new Crowd();
        var (heap, memory) = (await server.HeapAsync(), server.Process.Memory);
        await crowd.ComeAsync(server, count, 8, _ => server.NewPage(0));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var joined = await server.HeapAsync();
        await FanOut.RunAsync(server, 0, crowd, stage.Of(30, 10), TimeSpan.FromMilliseconds(50));
        // before the collection: what the host sees
        var resident = server.Process.Memory;
        // by then all pages have said that they have drawn what they were sent
        await Task.Delay(TimeSpan.FromSeconds(2));
        var driven = await server.HeapAsync();

        const string name = "Memory";
        return
        [
            stage.Figure(name, "heap per viewer, joined", "KB", (joined - heap) / Kilobyte / count),
            stage.Figure(name, "heap per viewer", "KB", (driven - heap) / Kilobyte / count),
            stage.Figure(name, "RSS per viewer", "KB", (resident - memory) / Kilobyte / count),
        ];
    }
}
