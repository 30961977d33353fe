namespace TimerRooms.Core.Rooms;

/// <summary>Who may do what. The only place that decides it.</summary>
public static class RoomRights
{
    public static bool May(Actor actor, RoomCommand command, Room room) => command switch
    {
        ReachZero or CorrectClock => ReferenceEquals(actor, Actor.Server),
        _ => Owns(actor, room),
    };

    public static bool MaySee(Actor actor, Room room) => Owns(actor, room);

    private static bool Owns(Actor actor, Room room) => actor.AccountId is { } account && account == room.OwnerId;
}
