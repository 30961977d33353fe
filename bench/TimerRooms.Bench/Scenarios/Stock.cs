using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Timers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Rooms with a past, written straight into a database that nobody serves from.</summary>
internal static class Stock
{
    public static readonly Actor Owner = new("owner", "Olga") { PersonId = Actor.PersonOfAccount("owner") };

    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    /// <summary>Rooms with a link for viewers and a journal behind them, every other timer running.</summary>
    /// <param name="journal">Rows of the journal, all rooms together.</param>
    public static List<Room> Rooms(int count, int timers, DateTimeOffset now, int journal = 0) =>
        [.. Enumerable.Range(1, count).Select(number => new Room(Guid.CreateVersion7(), Owner.AccountId!, $"Room {number}")
        {
            Version = Math.Max(1, journal / count),
            Links = [new(Guid.CreateVersion7(), LinkScope.View, "Viewer link") { Token = Tokens.New() }],
            Timers = [.. Enumerable.Range(0, timers).Select(index => Timer(index, now))],
        })];

    /// <param name="directory">The data directory of a server that was there once and is down.</param>
    public static async Task PlantAsync(DirectoryInfo directory, List<Room> rooms)
    {
        await using var services = new ServiceCollection().AddLogging().AddTimerRooms(directory.FullName).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContextAsync();
        await PlantAsync(db, rooms);
    }

    public static async Task PlantAsync(TimerRoomsDb db, List<Room> rooms)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Rooms.AddRange(rooms.Select(RoomRow.Of));
        await db.SaveChangesAsync();
        if (rooms[0].Version > 1) await PlantJournalAsync(db, rooms[0]);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>As many rows for each room as its version says, all saying the same: through EF Core a million would take minutes.</summary>
    private static async Task PlantJournalAsync(TimerRoomsDb db, Room sample)
    {
        var change = RoomRules.Decide(sample, new AddTime(sample.Timers[0].Id, TimeSpan.FromMinutes(1)), Owner, DateTimeOffset.UtcNow).Change!;
        var at = change.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE versions(Version) AS (SELECT 1 UNION ALL SELECT Version + 1 FROM versions WHERE Version < {sample.Version})
            INSERT INTO Journal (RoomId, Version, At, Actor, Command, Change)
            SELECT Rooms.Id, versions.Version, CAST({at} AS INTEGER), {RoomJson.Write(change.By)}, {RoomJson.Write(change.Command)}, {RoomJson.Write(change.What)}
            FROM Rooms CROSS JOIN versions
            """);
    }

    private static RoomTimer Timer(int index, DateTimeOffset now)
    {
        var timer = new RoomTimer(Guid.CreateVersion7(), $"Part {index + 1}", TimerKind.Countdown, TenMinutes * (index + 1)) { ChangedIn = 1 };
        return index % 2 == 0 ? timer : timer.Start(DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()));
    }
}
