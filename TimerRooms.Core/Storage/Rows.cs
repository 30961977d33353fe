using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Storage;

/// <summary>One row a room: the whole room as a JSON document.</summary>
public sealed class RoomRow
{
    public Guid Id { get; init; }
    public required string OwnerId { get; init; }
    public long Version { get; set; }
    public required string State { get; set; }

    /// <summary>The room as the database keeps it.</summary>
    public static RoomRow Of(Room room) =>
        new() { Id = room.Id, OwnerId = room.OwnerId, Version = room.Version, State = RoomJson.Write(room) };
}

/// <summary>One accepted command of a room. Rows are only ever added; versions of a room have no gap.</summary>
public sealed class JournalRow
{
    public Guid RoomId { get; init; }
    public long Version { get; init; }

    /// <summary>The moment by the host's wall clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who did it, as a JSON document.</summary>
    public required string Actor { get; init; }

    /// <summary>The command as a JSON document.</summary>
    public required string Command { get; init; }

    /// <summary>What of the room it touched, before and after, as a JSON document.</summary>
    public required string Change { get; init; }

    /// <summary>The change as Core knows it; an undo is without the change it took back.</summary>
    public RoomChange ToChange() =>
        new(RoomId, Version, At, RoomJson.Read<Actor>(Actor), RoomJson.Read<RoomCommand>(Command), RoomJson.Read<RoomDifference>(Change));
}

/// <summary>A fact about this installation.</summary>
public sealed class SettingRow
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}

/// <summary>A browser, known by a cookie with a random id, and the name its person gave.</summary>
public sealed class DeviceRow
{
    /// <summary>SHA-256 of what stands in the cookie, in hexadecimal.</summary>
    public required string Id { get; init; }

    public string? Name { get; set; }
    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>A browser was let in by a link.</summary>
public sealed class GrantRow
{
    public required string DeviceId { get; init; }
    public Guid LinkId { get; init; }
    public Guid RoomId { get; init; }

    /// <summary>The link's epoch that day; a new passcode begins another, and asks everyone again.</summary>
    public long Epoch { get; set; }

    /// <summary>When a page of it last came by this link.</summary>
    public DateTimeOffset UsedAt { get; set; }
}

/// <summary>A screen that shows whatever link it was given, on its own after a restart, too.</summary>
public sealed class DisplayRow
{
    public required string DeviceId { get; init; }
    public Guid RoomId { get; set; }
    public Guid LinkId { get; set; }
}

/// <summary>Whoever has the link may make an account, once.</summary>
public sealed class InvitationRow
{
    /// <summary>SHA-256 of what stands in the link, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whom it is for, as the one who invited calls them.</summary>
    public required string For { get; init; }

    public bool IsAdministrator { get; init; }
    public required string InvitedBy { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}
