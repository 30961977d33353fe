using TimerRooms.Bench.Crowds;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Where one round of a scenario is measured.</summary>
/// <param name="IsQuick">Fewer of everything, for a look in between.</param>
public sealed record Stage(SeededRooms Seeded, Side Side, bool IsQuick)
{
    /// <summary>A room that no scenario measures.</summary>
    private const int WarmRoom = SeededRooms.Count - 1;

    private const int WarmPages = 100, WarmChanges = 40;

    /// <summary>A server that has just started.</summary>
    public async Task<TestedServer> StartColdAsync() =>
        Side == Side.TimerRooms ? await TimerRoomsServer.StartAsync(Seeded) : await SocketIoServer.StartAsync();

    /// <summary>A server that has seen some pages and changes, all gone again.</summary>
    public async Task<TestedServer> StartWarmAsync()
    {
        var server = await StartColdAsync();
        await WarmUpAsync(server);
        return server;
    }

    public int Of(int full, int quick) => IsQuick ? quick : full;

    public Figure Figure(string scenario, string name, string unit, double value) => new(scenario, name, unit, Side, value);

    /// <summary>Shows a server some pages and changes.</summary>
    public static async Task WarmUpAsync(TestedServer server)
    {
        await server.TakeUpAsync([WarmRoom]);
        using (var crowd = new Crowd())
        {
            await crowd.ComeAsync(server, WarmPages, 8, _ => server.NewPage(WarmRoom));
            await FanOut.RunAsync(server, WarmRoom, crowd, WarmChanges, TimeSpan.FromMilliseconds(5));
            await crowd.LeaveAsync();
        }
        await Task.Delay(500);
    }
}
