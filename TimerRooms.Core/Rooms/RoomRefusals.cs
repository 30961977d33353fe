namespace TimerRooms.Core.Rooms;

/// <summary>What someone is told who has no right to what they asked for.</summary>
internal static class RoomRefusals
{
    public static readonly Refusal Locked = new(RefusalKind.Locked, "This room is locked against slips: only start, pause and resume work. Unlock it first.");

    private static readonly Refusal Gone = new(RefusalKind.NotAllowed, "You are not in this room any more.");

    public static Refusal NotAllowed(Actor actor, Room room, DateTimeOffset now) => RoomRights.RoleOf(actor, room, now) switch
    {
        RoomRole.None => Gone,
        RoomRole.Viewer or RoomRole.Reader => No("You can look on here, and change nothing."),
        RoomRole.TimerController => No("Your link is for one timer only."),
        RoomRole.Editor or RoomRole.Controller or RoomRole.Owner when room.Policy == ControlPolicy.OneAtATime && !RoomRights.MayDrive(actor, room, now) =>
            No(room.Holder is { } holder ? $"{holder.Name} has control now." : "Take control first."),
        _ => No("Only the owner of this room can do that."),
    };

    private static Refusal No(string text) => new(RefusalKind.NotAllowed, text);
}
