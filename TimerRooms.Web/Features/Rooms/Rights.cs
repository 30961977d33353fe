using TimerRooms.Core.Rooms;

namespace TimerRooms.Web.Features.Rooms;

/// <summary>What a page offers to someone. Core decides again when they press.</summary>
public sealed record Rights(RoomRole Role, bool Drives, bool IsLocked, Guid? Timer)
{
    public static readonly Rights None = new(RoomRole.None, false, false, null);

    /// <summary>By an account, whose pages are those under /rooms; everyone else has theirs under /join.</summary>
    public bool IsByAccount => Role is RoomRole.Owner or RoomRole.Editor or RoomRole.Reader;

    public bool IsOwner => Role == RoomRole.Owner;

    /// <summary>Adds, edits and orders timers.</summary>
    public bool MayEdit => Drives && !IsLocked;

    /// <summary>Sees which pages are open.</summary>
    public bool SeesScreens => RoomRights.MaySeeScreens(Role);

    /// <summary>Renames the room and changes its defaults.</summary>
    public bool MaySet => MayEdit && Role is RoomRole.Owner or RoomRole.Editor;

    public static Rights Of(Actor actor, Room room, DateTimeOffset now)
    {
        var role = RoomRights.RoleOf(actor, room, now);
        var timer = role == RoomRole.TimerController && room.Policy == ControlPolicy.Everyone ? RoomRights.TimerOf(actor, room) : null;
        return new(role, RoomRights.MayDrive(actor, room, now), room.IsLocked, timer);
    }

    public bool MayRun(Guid timer) => Drives || Timer == timer;

    /// <summary>Resets it, and adds or takes time.</summary>
    public bool MayChange(Guid timer) => MayRun(timer) && !IsLocked;
}
