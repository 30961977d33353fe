using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Storage;

public sealed class RoomStoreTests : IAsyncLifetime
{
    private TestCore core = null!;

    private RoomStore Store => core.Get<RoomStore>();

    public async Task InitializeAsync() => core = await TestCore.StartAsync();

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task A_deleted_room_comes_back_for_thirty_days_and_then_goes_with_its_journal()
    {
        var (kept, gone) = (await core.RoomAsync(), await core.RoomAsync());
        await gone.DoAsync(new DeleteRoom());
        Assert.Equal(2, (await Store.LoadAsync(Noon.AddDays(30))).Count);

        Assert.Equal(kept.Current.Id, Assert.Single(await Store.LoadAsync(Noon.AddDays(30).AddMilliseconds(1))).Id);
        Assert.Empty(await core.JournalAsync(gone.Current.Id));
        Assert.NotEmpty(await core.JournalAsync(kept.Current.Id));
        await using var db = core.Database();
        Assert.Equal(1, await db.Rooms.CountAsync());
    }

    [Fact]
    public async Task Moments_are_moved_by_a_saved_offset_once()
    {
        var timer = new AddTimer(Guid.CreateVersion7(), "Talk", OneMinute);
        var room = await core.RoomAsync(timer);
        await room.DoAsync(new StartTimer(timer.TimerId));
        await Store.SaveWallOffsetAsync(TimeSpan.FromHours(2));
        await Store.SaveWallOffsetAsync(TimeSpan.FromHours(1));

        for (var start = 0; start < 3; start++)
        {
            var loaded = Assert.Single(await Store.LoadAsync(Noon));
            Assert.Equal(Noon.AddHours(1), loaded.Timers[0].Run.RunningSince);
            Assert.Equal(room.Current.Version, loaded.Version);
            Assert.Empty(loaded.Undoable);
        }
    }

    [Fact]
    public async Task A_room_that_cannot_be_read_stops_the_start_instead_of_getting_lost()
    {
        await core.RoomAsync();
        await core.SqlAsync("UPDATE Rooms SET State = substr(State, 1, 20)");
        await Assert.ThrowsAnyAsync<Exception>(() => Store.LoadAsync(Noon));
        await using var db = core.Database();
        Assert.Equal(1, await db.Rooms.CountAsync());
    }
}
