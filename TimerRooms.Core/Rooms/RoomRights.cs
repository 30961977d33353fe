namespace TimerRooms.Core.Rooms;

/// <summary>Who may do what. The only place that decides it.</summary>
public static class RoomRights
{
    public static bool May(Actor actor, RoomCommand command, Room room, DateTimeOffset now)
    {
        var role = RoleOf(actor, room, now);
        return command switch
        {
            IByServer => role == RoomRole.Server,
            TakeControl or PassControl => role is RoomRole.Owner or RoomRole.Editor or RoomRole.Controller && room.Policy == ControlPolicy.OneAtATime,
            Undo undo => undo.Change is not { } change || change.RoomId != room.Id ? Drives(role, actor, room) : May(actor, change.Command, room, now),
            RenameRoom or SetDefaultAtZero or SetStartLead or SetSound => role is RoomRole.Owner or RoomRole.Editor && Drives(role, actor, room),
            AddTimer or EditTimer or DuplicateTimer or RemoveTimer or MoveTimer or LockRoom or UnlockRoom => Drives(role, actor, room),
            StartAll or PauseAll or ResumeAll or ResetAll or AddTimeToAll => Drives(role, actor, room),
            IOneTimer one => Drives(role, actor, room) || role == RoomRole.TimerController && room.Policy == ControlPolicy.Everyone && TimerOf(actor, room) == one.TimerId,
            _ => role == RoomRole.Owner,
        };
    }

    /// <summary>Whether the person may drive all timers now: a role for it, and control if that is one person's at a time.</summary>
    public static bool MayDrive(Actor actor, Room room, DateTimeOffset now) => Drives(RoleOf(actor, room, now), actor, room);

    public static bool MaySee(Actor actor, Room room, DateTimeOffset now) => RoleOf(actor, room, now) is not (RoomRole.None or RoomRole.Server);

    /// <summary>Whether someone in that role may see which pages are open, and have them make themselves known.</summary>
    public static bool MaySeeScreens(RoomRole role) => role is RoomRole.Owner or RoomRole.Editor;

    public static RoomRole RoleOf(Actor actor, Room room, DateTimeOffset now)
    {
        if (ReferenceEquals(actor, Actor.Server)) return RoomRole.Server;
        if (actor.AccountId is { } account && account == room.OwnerId) return RoomRole.Owner;
        // once it has gone it is nobody's, and cannot come back
        if (room.Temporary?.IsMadeBy(actor) == true) return room.DeletedAt is null ? RoomRole.Owner : RoomRole.None;
        if (actor.PersonId is { } person && room.Rule(person) is { IsRemoved: true }) return RoomRole.None;
        if (actor.AccountId is { } shared && room.Members.Find(member => member.AccountId == shared) is { } member)
            return member.Role == MemberRole.Editor && !IsViewer(actor, room) ? RoomRole.Editor : RoomRole.Reader;
        // signed out, or in by another account, they are the same person still
        if (actor.DeviceId is { } device && room.Rules.Exists(rule => rule.Bars(device))) return RoomRole.None;
        return LinkOf(actor, room, now)?.Scope switch
        {
            null => RoomRole.None,
            LinkScope.Control when !IsViewer(actor, room) => RoomRole.Controller,
            LinkScope.ControlOne when !IsViewer(actor, room) => RoomRole.TimerController,
            _ => RoomRole.Viewer,
        };
    }

    /// <summary>The link that lets the actor in now; null once it ended or asks for another passcode.</summary>
    public static RoomLink? LinkOf(Actor actor, Room room, DateTimeOffset now) =>
        actor.LinkId is { } id && room.DeletedAt is null && room.Link(id) is { } link && link.IsOpen(now) && link.Epoch == actor.LinkEpoch ? link : null;

    /// <summary>The one timer that a person with such a link may run.</summary>
    public static Guid? TimerOf(Actor actor, Room room) => actor.LinkId is { } id ? room.Link(id)?.TimerId : null;

    private static bool Drives(RoomRole role, Actor actor, Room room) => role switch
    {
        RoomRole.Owner => room.Policy != ControlPolicy.OneAtATime || room.Holder is null || HasControl(actor, room),
        RoomRole.Editor or RoomRole.Controller => room.Policy switch
        {
            ControlPolicy.Everyone => true,
            ControlPolicy.OneAtATime => HasControl(actor, room),
            _ => false,
        },
        _ => false,
    };

    private static bool HasControl(Actor actor, Room room) => actor.PersonId is { } person && room.Holder?.Id == person;

    private static bool IsViewer(Actor actor, Room room) => actor.PersonId is { } person && room.Rule(person) is { IsViewer: true };
}
