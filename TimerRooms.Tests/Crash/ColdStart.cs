using System.Diagnostics;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Crash;

/// <summary>How long a start takes with many rooms on disk.</summary>
internal static class ColdStart
{
    private const int TimersPerRoom = 20;

    public static async Task RunAsync(int rooms)
    {
        var directory = Directory.CreateTempSubdirectory("timerrooms-cold-").FullName;
        try
        {
            await using (var services = await RealCore.StartAsync(directory)) await FillAsync(services.Database(), rooms);
            var watch = Stopwatch.StartNew();
            await using (await RealCore.StartAsync(directory))
                Console.WriteLine($"{rooms} rooms of {TimersPerRoom} timers: loaded in {watch.ElapsedMilliseconds} ms");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task FillAsync(TimerRoomsDb db, int rooms)
    {
        await using var closing = db;
        for (var i = 0; i < rooms; i++)
        {
            // a start long ago: every room has a zero that passed while the server was down
            var timers = Enumerable.Range(0, TimersPerRoom).Select(n => n == 0 ? Countdown().Start(Noon) : Countdown($"{n}m"));
            var room = RoomOf(timers) with { Name = $"Room {i}", Timers = [.. timers] };
            db.Rooms.Add(new() { Id = room.Id, OwnerId = room.OwnerId, Version = room.Version, State = RoomJson.Write(room) });
        }
        await db.SaveChangesAsync();
    }
}
