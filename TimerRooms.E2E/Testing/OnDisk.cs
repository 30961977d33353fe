using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.E2E.Testing;

/// <summary>What a server has saved, whether or not it runs.</summary>
public static class OnDisk
{
    /// <summary>How far the wall clock was set since the server's start.</summary>
    public static Task<TimeSpan> WallOffsetAsync(this AppServer server) => server.ReadAsync(async db =>
    {
        var row = await db.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Name == "wall-offset-ms");
        return row is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(long.Parse(row.Value, CultureInfo.InvariantCulture));
    });

    /// <summary>Every zero that was recorded in the room.</summary>
    public static Task<List<ReachZero>> ZerosAsync(this AppServer server, Guid room) => server.ReadAsync(async db =>
    {
        var commands = await db.Journal.AsNoTracking().Where(row => row.RoomId == room).OrderBy(row => row.Version).Select(row => row.Command).ToListAsync();
        return commands.Select(RoomJson.Read<RoomCommand>).OfType<ReachZero>().ToList();
    });

    /// <summary>Every change of the room, and the room it ended with.</summary>
    public static Task<(Room Room, List<RoomChange> Journal)> HistoryAsync(this AppServer server, Guid room) => server.ReadAsync(async db =>
    {
        var state = await db.Rooms.AsNoTracking().SingleAsync(row => row.Id == room);
        var rows = await db.Journal.AsNoTracking().Where(row => row.RoomId == room).OrderBy(row => row.Version).ToListAsync();
        return (RoomJson.Read<Room>(state.State), rows.ConvertAll(row => row.ToChange()));
    });

    private static async Task<T> ReadAsync<T>(this AppServer server, Func<TimerRoomsDb, Task<T>> read)
    {
        await using var services = new ServiceCollection().AddLogging().AddTimerRooms(server.DataDirectory).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContextAsync();
        return await read(db);
    }
}
