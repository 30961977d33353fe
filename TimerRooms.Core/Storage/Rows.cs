using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Storage;

/// <summary>One row a room: the whole room as a JSON document.</summary>
public sealed class RoomRow
{
    public Guid Id { get; init; }
    public required string OwnerId { get; init; }
    public long Version { get; set; }
    public required string State { get; set; }

    internal static RoomRow Of(Room room) =>
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

    internal RoomChange ToChange() =>
        new(RoomId, Version, At, RoomJson.Read<Actor>(Actor), RoomJson.Read<RoomCommand>(Command), RoomJson.Read<RoomDifference>(Change));
}

/// <summary>A fact about this installation.</summary>
public sealed class SettingRow
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}
