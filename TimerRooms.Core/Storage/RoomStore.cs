using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Storage;

/// <summary>Reads all rooms at the start, brought to the present wall time.</summary>
public sealed class RoomStore(IDbContextFactory<TimerRoomsDb> databases, WriteGate gate)
{
    /// <summary>How long a deleted room can still come back.</summary>
    public static readonly TimeSpan KeepDeleted = TimeSpan.FromDays(30);

    private const string WallOffset = "wall-offset-ms";

    /// <summary>Every room, deleted ones within <see cref="KeepDeleted"/> included; older ones, and temporary ones at once, are removed for good.</summary>
    public async Task<List<Room>> LoadAsync(DateTimeOffset now)
    {
        await using var db = await databases.CreateDbContextAsync();
        var offset = await db.Settings.SingleOrDefaultAsync(row => row.Name == WallOffset);
        var rooms = new List<Room>();
        foreach (var state in await db.Rooms.AsNoTracking().Select(row => row.State).ToListAsync()) rooms.Add(RoomJson.Read<Room>(state));

        if (offset is not null) rooms = await MoveAsync(db, rooms, offset);
        var expired = rooms.Where(room => room.DeletedAt < now - KeepDeleted || room is { Temporary: not null, DeletedAt: not null }).Select(room => room.Id).ToList();
        if (expired.Count > 0) await PurgeAsync(db, expired);
        return rooms.FindAll(room => !expired.Contains(room.Id));
    }

    /// <summary>Keeps how far the wall clock was set since this process started, for the next start.</summary>
    public async Task SaveWallOffsetAsync(TimeSpan offset)
    {
        await using var db = await databases.CreateDbContextAsync();
        var value = ((long)offset.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        if (await db.Settings.SingleOrDefaultAsync(row => row.Name == WallOffset) is { } row) row.Value = value;
        else db.Settings.Add(new() { Name = WallOffset, Value = value });
        await db.SaveChangesAsync();
    }

    /// <summary>The moments of the last process were on its own clock: they are moved to the wall's, once, in one transaction.</summary>
    private static async Task<List<Room>> MoveAsync(TimerRoomsDb db, List<Room> rooms, SettingRow offset)
    {
        var by = TimeSpan.FromMilliseconds(long.Parse(offset.Value, CultureInfo.InvariantCulture));
        var moved = by == TimeSpan.Zero ? rooms : rooms.ConvertAll(room => room.Moved(moment => moment + by));
        db.Settings.Remove(offset);
        foreach (var room in moved.Except(rooms, ReferenceEqualityComparer.Instance).Cast<Room>())
            db.Rooms.Update(RoomRow.Of(room));
        await db.SaveChangesAsync();
        return moved;
    }

    private async Task PurgeAsync(TimerRoomsDb db, List<Guid> rooms)
    {
        using var turn = await gate.EnterAsync();
        await db.Journal.Where(row => rooms.Contains(row.RoomId)).ExecuteDeleteAsync();
        await db.Grants.Where(row => rooms.Contains(row.RoomId)).ExecuteDeleteAsync();
        await db.Rooms.Where(row => rooms.Contains(row.Id)).ExecuteDeleteAsync();
    }
}
