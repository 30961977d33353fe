using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Timers;

namespace TimerRooms.Bench.Servers;

/// <summary>
/// A data directory with an owner who is signed in and many rooms of five running timers, made once and copied for each start of a server.
/// </summary>
public sealed class SeededRooms : IDisposable
{
    public const int Count = 1_000;

    private const int TimersEach = 5;

    private readonly string directory = Scratch.New().FullName;

    private SeededRooms()
    {
    }

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    /// <summary>Of the owner, who is signed in wherever the copied keys are.</summary>
    public string Cookies { get; private set; } = "";

    public static async Task<SeededRooms> MakeAsync()
    {
        var seeded = new SeededRooms();
        await using (var server = await TimerRoomsServer.StartInAsync(seeded, seeded.directory))
        {
            seeded.Cookies = await OwnerSession.SignInAsync(server.Process.Port);
            await server.Process.StopAsync();
        }
        await seeded.WriteAsync();
        return seeded;
    }

    /// <summary>A data directory of its own; tells where.</summary>
    public string Copy()
    {
        var copy = Scratch.New().FullName;
        foreach (var file in Directory.GetFiles(directory, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return copy;
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private async Task WriteAsync()
    {
        await using var services = new ServiceCollection().AddLogging().AddTimerRooms(directory).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContextAsync();
        var owner = (await db.Users.SingleAsync()).Id;
        Rooms = [.. Enumerable.Range(0, Count).Select(number => RoomOf(owner, number))];
        db.Rooms.AddRange(Rooms.Select(RoomRow.Of));
        await db.SaveChangesAsync();
    }

    private static Room RoomOf(string owner, int number) => new(Guid.CreateVersion7(), owner, $"Room {number}")
    {
        Version = 1,
        Links = [new(Guid.CreateVersion7(), LinkScope.View, "Viewer link") { Token = Tokens.New() }],
        Timers = [.. Enumerable.Range(0, TimersEach).Select(index => TimerOf(index))],
    };

    // long enough to reach no zero while it is measured
    private static RoomTimer TimerOf(int index) =>
        new RoomTimer(Guid.CreateVersion7(), $"Timer {index}", TimerKind.Countdown, TimeSpan.FromHours(10)) { ChangedIn = 1 }.Start(DateTimeOffset.UtcNow);
}
