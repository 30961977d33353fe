using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Testing;

/// <summary>A room under random commands on manual time; zeros are recorded before each, as the server does.</summary>
public sealed class Walk
{
    public Room Room { get; private set; } =
        RoomOf(Countdown("2m", TimerRooms.Core.Timers.AtZero.StartNext), Countdown("20s"), CountUp()) with { StartLead = Room.DefaultStartLead };

    public DateTimeOffset Now { get; private set; } = Noon;

    public Dictionary<long, RoomChange> Made { get; } = [];

    /// <summary>Calls <paramref name="decided"/> after each decision, with the room as it was before.</summary>
    public static void Through(RandomStep[] steps, Action<Walk, Room, Decision> decided)
    {
        var walk = new Walk();
        foreach (var step in steps)
        {
            walk.Now += step.Wait;
            while (walk.Room.NextZeroAt is { } zeroAt && zeroAt <= walk.Now)
                walk.Take(new ReachZero(walk.Room.Timers.Find(timer => timer.ZeroAt == zeroAt)!.Id, zeroAt, false), decided);
            walk.Take(step.On(walk.Room, walk.Made, walk.Now), decided);
        }
    }

    private void Take(RoomCommand command, Action<Walk, Room, Decision> decided)
    {
        var before = Room;
        var decision = before.Decide(command, Now);
        if (decision.Change is { } change) Made.Add(change.Version, change);
        Room = decision.Next;
        decided(this, before, decision);
    }
}
