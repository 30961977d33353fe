using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Testing;

/// <summary>Rooms as texts that can be compared, whatever lists they hold.</summary>
public static class RoomTexts
{
    /// <summary>All of the room, as on disk.</summary>
    public static string Whole(Room room) => RoomJson.Write(room);

    /// <summary>What people see of the room: without its versions and what can be undone.</summary>
    public static string StateOf(Room room) =>
        Whole(room with { Version = 0, Undoable = [], Timers = room.Timers.ConvertAll(timer => timer with { ChangedIn = 0 }) });
}
