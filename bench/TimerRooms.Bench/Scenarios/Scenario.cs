namespace TimerRooms.Bench.Scenarios;

/// <summary>Something to measure, once a round on each side it can be measured on.</summary>
/// <param name="Key">As "bench/run --only" has it.</param>
/// <param name="Rounds">Of a full run.</param>
public sealed record Scenario(string Key, int Rounds, IReadOnlyList<Side> Sides, Func<Stage, Task<IReadOnlyList<Figure>>> RoundAsync)
{
    private static readonly IReadOnlyList<Side> Both = [Side.TimerRooms, Side.SocketIo], Ours = [Side.TimerRooms];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("join", 3, Both, Join.RoundAsync),
        new("fanout", 3, Both, FanOuts.RoundAsync),
    ];
}
