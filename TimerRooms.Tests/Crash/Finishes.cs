using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Crash;

/// <summary>How late a finish reaches whoever watches the room: after its moment, on disk, and seen.</summary>
internal static class Finishes
{
    private const int TimersPerRoom = 20;

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(8), Span = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(int finishes)
    {
        await MeasureAsync(finishes, "idle", 0);
        await MeasureAsync(finishes, "busy", 0.6);
    }

    private static async Task MeasureAsync(int finishes, string name, double load)
    {
        var directory = Directory.CreateTempSubdirectory("timerrooms-finishes-").FullName;
        try
        {
            List<Room> rooms;
            await using (var services = await RealCore.StartAsync(directory))
                await PlantAsync(services.Database(), rooms = RoomsOf(finishes, DateTimeOffset.UtcNow + Ahead));
            await using (var services = await RealCore.StartAsync(directory))
            {
                using var burden = new CpuLoad(load);
                var late = await WatchAsync(services, rooms);
                var busy = burden.Measured is { } share ? $", CPU {share:P0} busy" : "";
                await CheckAsync(services.Database(), rooms);
                Console.WriteLine($"{name}{busy}: {finishes} finishes, each once and none early; late by {Part(0.5):0.0} ms in the median, {Part(0.99):0.0} ms at p99, "
                    + $"{Part(1):0.0} ms at most; the first one after the start {late[0]:0.0} ms");

                double Part(double part) => late[1..].Order().ElementAt((int)Math.Ceiling(finishes * part) - 1);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static List<Room> RoomsOf(int finishes, DateTimeOffset from)
    {
        var timers = Enumerable.Range(0, finishes).Select(n => DueAt(from + Span * Random.Shared.NextDouble(), n % 2 == 0 ? AtZero.Stop : AtZero.Overtime));
        // the first finish of a process waits for its code to be compiled
        return [RoomOf(DueAt(from - TimeSpan.FromSeconds(3), AtZero.Stop)), .. timers.Chunk(TimersPerRoom).Select(some => RoomOf(some))];
    }

    private static RoomTimer DueAt(DateTimeOffset moment, AtZero atZero) =>
        Countdown("10m", atZero).Start(DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()).AddMinutes(-10));

    private static async Task PlantAsync(TimerRoomsDb db, List<Room> rooms)
    {
        await using var closing = db;
        db.Rooms.AddRange(rooms.Select(room => new RoomRow { Id = room.Id, OwnerId = room.OwnerId, Version = room.Version, State = RoomJson.Write(room) }));
        await db.SaveChangesAsync();
    }

    /// <summary>Milliseconds from each timer's moment to when someone who watches saw it finished, in the order of those moments.</summary>
    private static async Task<List<double>> WatchAsync(IServiceProvider services, List<Room> rooms)
    {
        var (registry, clock) = (services.GetRequiredService<RoomRegistry>(), services.GetRequiredService<ServerClock>());
        var moments = rooms.SelectMany(room => room.Timers).ToDictionary(timer => timer.Id, timer => timer.ZeroAt!.Value);
        var late = new ConcurrentDictionary<Guid, double>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (clock.GetUtcNow() >= moments.Values.Min()) throw new InvalidOperationException("The first timers were due before the start was through.");
        foreach (var room in rooms.ConvertAll(room => registry.Find(room.Id, Owner)!)) room.Watch(() => Look(room));
        await done.Task.WaitAsync(Patience);
        return [.. late.OrderBy(one => moments[one.Key]).Select(one => one.Value)];

        Task Look(LiveRoom room)
        {
            var now = clock.GetUtcNow();
            foreach (var timer in room.Current.Timers.Where(timer => timer.Run.FinishedAt is not null)) late.TryAdd(timer.Id, (now - moments[timer.Id]).TotalMilliseconds);
            if (late.Count == moments.Count) done.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private static async Task CheckAsync(TimerRoomsDb db, List<Room> rooms)
    {
        await using var closing = db;
        var changes = (await db.Journal.AsNoTracking().ToListAsync()).Select(row => (row.At, Zero: (ReachZero)RoomJson.Read<RoomCommand>(row.Command))).ToList();
        Assert.All(changes, change => Assert.True(change.At >= change.Zero.ZeroAt, $"{change.Zero} was recorded at {change.At:O}"));
        Assert.Equal(
            rooms.SelectMany(room => room.Timers).Select(timer => (timer.Id, timer.ZeroAt!.Value)).Order(),
            changes.Select(change => (change.Zero.TimerId, change.Zero.ZeroAt)).Order());
    }
}
