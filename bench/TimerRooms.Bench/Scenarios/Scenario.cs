using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Something to measure, once a round on each side it can be measured on.</summary>
/// <param name="Key">As "bench/run --only" has it.</param>
/// <param name="Rounds">Of a full run.</param>
/// <param name="IsLong">It is left out of a quick run, unless it is asked for by its key.</param>
public sealed record Scenario(string Key, int Rounds, IReadOnlyList<Side> Sides, Func<Stage, Task<IReadOnlyList<Figure>>> RoundAsync, bool IsLong = false)
{
    private static readonly IReadOnlyList<Side> Both = [Side.TimerRooms, Side.SocketIo], Ours = [Side.TimerRooms];

    /// <summary>Core first: it runs in this process, which then has nothing else to clean up.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("core", 3, Ours, CoreThroughput.RoundAsync, IsLong: true),
        new("join", 3, Both, Join.RoundAsync),
        new("fanout", 3, Both, FanOuts.RoundAsync),
        new("rooms", 1, Both, RoomsOfFive.RoundAsync, IsLong: true),
        new("memory", 2, Both, Memory.RoundAsync),
        new("idle", 1, Both, Idle.RoundAsync),
        new("churn", 1, Ours, Churn.RoundAsync),
        new("crowd", 2, Both, Arrival.RoundAsync),
        new("restart", 1, Both, Restart.RoundAsync, IsLong: true),
        new("stalled", 3, Ours, Stalled.RoundAsync, IsLong: true),
        new("flood", 1, Ours, Flood.RoundAsync, IsLong: true),
        new("signins", 1, Ours, WrongSignIns.RoundAsync, IsLong: true),
        new("throughput", 2, Ours, Throughput.RoundAsync),
        new("stop", 2, Ours, Stop.RoundAsync),
        new("cold", 1, Ours, _ => ColdStart.RoundAsync(), IsLong: true),
    ];

    /// <summary>Adds the figures of each round to that round, both sides in turn. One that fails is told of, and is missing; the others go on.</summary>
    /// <param name="most">No more rounds than this.</param>
    public async Task RunAsync(SeededRooms seeded, bool isQuick, int most, List<List<Figure>> rounds)
    {
        for (var round = 0; round < Math.Min(Rounds, most); round++)
        {
            if (rounds.Count == round) rounds.Add([]);
            foreach (var side in Sides)
            {
                await Console.Error.WriteLineAsync($"{DateTime.Now:HH:mm:ss} {Key}, {side}, round {round + 1}");
                rounds[round].AddRange(await TryAsync(new Stage(seeded, side, isQuick)));
            }
        }
    }

    private async Task<IReadOnlyList<Figure>> TryAsync(Stage stage)
    {
        try
        {
            return await RoundAsync(stage);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"{Key} failed: {fault}");
            return [];
        }
    }
}
