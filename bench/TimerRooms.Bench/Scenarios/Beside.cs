using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Report;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>
/// This build and another one, driven in turn, change by change, by one load: a machine drifts within minutes by more than most builds
/// differ. Two of the same come out within a few percent of each other.
/// </summary>
internal static class Beside
{
    private const int Viewers = 1_000, WarmChanges = 10, Changes = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="build">The other's TimerRooms.Web.dll.</param>
    public static async Task RunAsync(SeededRooms seeded, string build, TextWriter to)
    {
        await using var ours = await StartAsync(seeded, Places.Server);
        await using var other = await StartAsync(seeded, build);
        using var ourCrowd = await CrowdAsync(ours);
        using var otherCrowd = await CrowdAsync(other);
        var (ourParts, otherParts) = (new List<FanOut>(), new List<FanOut>());
        for (var change = -WarmChanges; change < Changes; change++)
        {
            // who is first may have it easier
            foreach (var isOurs in change % 2 == 0 ? new[] { true, false } : [false, true])
            {
                var part = await FanOut.RunAsync(isOurs ? ours : other, 0, isOurs ? ourCrowd : otherCrowd, 1, Pause);
                if (change >= 0) (isOurs ? ourParts : otherParts).Add(part);
            }
        }
        var rows = FanOut.Of(ourParts).Figures(ours).Zip(FanOut.Of(otherParts).Figures(other), (one, others) =>
            (IReadOnlyList<string>)[one.Name, Table.Number(one.Value, one.Unit), Table.Number(others.Value, one.Unit), Table.Number(others.Value > 0 ? one.Value / others.Value : null)]);
        to.Write(new Table(1, [$"{Viewers:N0} viewers, {Changes} changes in turn", "this", "other", "ratio"], [.. rows]).ToText());
    }

    private static async Task<TestedServer> StartAsync(SeededRooms seeded, string build)
    {
        var server = await TimerRoomsServer.StartAsync(seeded, build: build);
        await Stage.WarmUpAsync(server);
        await server.TakeUpAsync([0]);
        return server;
    }

    private static async Task<Crowd> CrowdAsync(TestedServer server)
    {
        var crowd = new Crowd();
        await crowd.ComeAsync(server, Viewers, 8, _ => server.NewPage(0));
        await Task.Delay(TimeSpan.FromSeconds(3));
        return crowd;
    }
}
