using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Timers;

namespace TimerRooms.E2E.Testing;

/// <summary>Writes rooms straight into the database of a server that is down.</summary>
public static class Seed
{
    private static readonly string[] Titles =
    [
        "Opening keynote", "Breakout A", "Coffee break", "Panel: what comes next", "Questions and answers", "Lightning talks", "Lunch",
        "Workshop: first steps", "Sprint review", "Retrospective",
    ];

    /// <summary>Stops the server, writes the rooms, owned by the one account there is unless they say otherwise, and starts it again.</summary>
    public static async Task PlantAsync(this AppServer server, params IEnumerable<Room> rooms)
    {
        await server.KillAsync();
        await using var services = new ServiceCollection().AddLogging().AddTimerRooms(server.DataDirectory).BuildServiceProvider();
        await using (var db = await services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContextAsync())
        {
            var owner = (await db.Users.SingleAsync()).Id;
            foreach (var room in rooms.Select(room => room.OwnerId.Length == 0 ? room with { OwnerId = owner } : room))
            {
                await db.Rooms.Where(row => row.Id == room.Id).ExecuteDeleteAsync();
                db.Rooms.Add(RoomRow.Of(room));
            }
            await db.SaveChangesAsync();
        }
        await server.StartAsync();
    }

    /// <summary>A room whose timers stand, one after the other, in every phase there is.</summary>
    public static Room MixedRoom(string name, int timers)
    {
        var now = DateTimeOffset.UtcNow;
        return new Room(Guid.CreateVersion7(), "", name)
        {
            Version = 1,
            Links = [new(Guid.CreateVersion7(), LinkScope.View, "Viewer link") { Token = Tokens.New() }],
            Timers = [.. Enumerable.Range(0, timers).Select(index => Mixed(index, now))],
        };
    }

    // long enough in its phase for a walk through all pages
    private static RoomTimer Mixed(int index, DateTimeOffset now)
    {
        var title = index < Titles.Length ? Titles[index] : $"{Titles[index % Titles.Length]}, part {index / Titles.Length + 1}";
        var timer = new RoomTimer(Guid.CreateVersion7(), title, TimerKind.Countdown, TimeSpan.FromMinutes(25)) { ChangedIn = 1 };
        return (index % 8) switch
        {
            0 => timer.Start(now.AddMinutes(-7)),
            1 => timer with { Run = new() { RunningSince = now.AddMinutes(-5) }, WarningLeft = TimeSpan.FromMinutes(22) },
            2 => timer,
            3 => timer with { Run = new() { Banked = TimeSpan.FromMinutes(11.2) } },
            4 => timer with { AtZero = AtZero.Overtime, Run = new() { RunningSince = now.AddMinutes(-26.3), FinishedAt = now.AddMinutes(-1.3) } },
            5 => timer with { Run = new() { Banked = timer.Duration, FinishedAt = now.AddMinutes(-3) } },
            6 => timer with { Run = new() { RunningSince = now.AddMinutes(-20) }, WarningLeft = TimeSpan.FromMinutes(10), DangerLeft = TimeSpan.FromMinutes(8) },
            _ => timer with { Kind = TimerKind.CountUp, Duration = TimeSpan.Zero, Run = new() { RunningSince = now.AddHours(-1.2) } },
        };
    }
}
