using BenchmarkDotNet.Attributes;
using TimerRooms.Bench.Scenarios;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Bench.Micro;

/// <summary>One decision about a room that has been driven for a while.</summary>
public class DecideBenchmarks
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Stranger = new(null, "Sam");

    private Room room = null!;
    private Guid idle, running;

    [Params(5, 20)]
    public int Timers { get; set; }

    private static DateTimeOffset Now => Start.AddMinutes(1);

    [GlobalSetup]
    public void Setup()
    {
        room = Driven(Timers);
        (idle, running) = (room.Timers[0].Id, room.Timers[1].Id);
    }

    [Benchmark(Description = "Decide: start a timer")]
    public Decision StartOne() => Decide(new StartTimer(idle));

    [Benchmark(Description = "Decide: pause a timer")]
    public Decision Pause() => Decide(new PauseTimer(running));

    [Benchmark(Description = "Decide: a minute more")]
    public Decision AddTime() => Decide(new AddTime(running, TimeSpan.FromMinutes(1)));

    [Benchmark(Description = "Decide: start all")]
    public Decision StartAll() => Decide(new StartAll());

    [Benchmark(Description = "Decide: a repeated click, nothing to do")]
    public Decision Nothing() => Decide(new StartTimer(running));

    [Benchmark(Description = "Decide: refused, not allowed")]
    public Decision Refused() => RoomRules.Decide(room, new PauseTimer(running), Stranger, Now);

    /// <summary>With as much to undo as a room keeps.</summary>
    internal static Room Driven(int timers)
    {
        var room = Stock.Rooms(1, timers, Start)[0];
        for (var click = 0; click < Room.MostUndoSteps; click++)
            room = RoomRules.Decide(room, new AddTime(room.Timers[click % timers].Id, TimeSpan.FromMinutes(1)), Stock.Owner, Start).Next;
        return room;
    }

    private Decision Decide(RoomCommand command) => RoomRules.Decide(room, command, Stock.Owner, Now);
}
