using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Testing;

/// <summary>One app with its owner for all tests of a class that leave it as it is.</summary>
public sealed class OwnedApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    /// <summary>Signed in.</summary>
    public HttpClient Owner { get; private set; } = null!;

    /// <summary>The owner as Core knows them.</summary>
    public Actor Actor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (App, Owner) = await TestApp.WithOwnerAsync();
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContextAsync();
        Actor = new Actor((await db.Users.SingleAsync()).Id, TestApp.OwnerEmail);
    }

    /// <summary>A room with ten-minute timers, in which a start comes at once, of the owner unless it is somebody else's.</summary>
    public async Task<LiveRoom> RoomAsync(IEnumerable<string> titles, Actor? of = null)
    {
        var (rooms, maker) = (App.Services.GetRequiredService<RoomRegistry>(), of ?? Actor);
        var room = rooms.Find((await rooms.CreateAsync("Main hall", maker)).Id!.Value, maker)!;
        if (titles.Any()) Assert.Null(await room.ExecuteAsync(new SetStartLead(new(room.Current.StartLead, TimeSpan.Zero)), maker));
        foreach (var title in titles) Assert.Null(await room.ExecuteAsync(new AddTimer(Guid.CreateVersion7(), title, TimeSpan.FromMinutes(10)), maker));
        return room;
    }

    /// <summary>Until every running timer has counted a millisecond: one that is paused before is idle again.</summary>
    public async Task HasCountedAsync(LiveRoom room)
    {
        var clock = App.Services.GetRequiredService<TimeProvider>();
        while (room.Current.Timers.Exists(timer => timer.Run.RunningSince > clock.GetUtcNow() - TimeSpan.FromMilliseconds(1))) await Task.Yield();
    }

    /// <summary>The lines of the log so far.</summary>
    public IReadOnlyList<string> Log() => [.. Directory.GetFiles(Path.Combine(App.DataDirectory, "logs")).SelectMany(ReadShared)];

    public async Task DisposeAsync() => await App.DisposeAsync();

    private static string[] ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }
}
