using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Storage;

public sealed class RoomJournalTests : IAsyncLifetime
{
    private readonly Commits commits = new();
    private TestCore core = null!;

    private RoomJournal Journal => core.Get<RoomJournal>();

    public async Task InitializeAsync() => core = await TestCore.StartAsync(services => services.ConfigureDbContext<TimerRoomsDb>(options => options.AddInterceptors(commits)));

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task A_change_is_found_by_its_version_as_it_was_written()
    {
        var (room, change) = New();
        await Journal.AppendAsync(room, change);
        var found = await Journal.FindAsync(room.Id, 1);
        Assert.Equal(change with { What = found!.What }, found);
        Assert.Equal(RoomJson.Write(change.What), RoomJson.Write(found.What));
        Assert.Null(await Journal.FindAsync(room.Id, 2));
        Assert.Null(await Journal.FindAsync(Guid.CreateVersion7(), 1));
        Assert.Equal(RoomTexts.Whole(room), RoomTexts.Whole((await Journal.ReadBackAsync(room.Id))!));
    }

    [Fact]
    public async Task What_changed_since_a_version_comes_newest_first_and_no_more_than_asked_for()
    {
        var talk = Guid.CreateVersion7();
        var room = await core.RoomAsync(new AddTimer(talk, "Talk", OneMinute));
        await core.RoomAsync(new AddTimer(Guid.CreateVersion7(), "Elsewhere", OneMinute));
        foreach (var command in new RoomCommand[] { new StartTimer(talk), new PauseTimer(talk), new AddTime(talk, OneMinute) }) await room.DoAsync(command);

        Assert.Equal([6, 5, 4], await VersionsAsync(3, 10));
        Assert.Equal([6, 5], await VersionsAsync(0, 2));
        Assert.Equal([6, 5, 4, 3, 2, 1], await VersionsAsync(-1, 10));
        Assert.Empty(await VersionsAsync(6, 10));
        Assert.Empty(await VersionsAsync(long.MaxValue, 10));
        Assert.Empty(await Journal.SinceAsync(Guid.CreateVersion7(), 0, 10));

        async Task<IEnumerable<long>> VersionsAsync(long since, int most) =>
            (await Journal.SinceAsync(room.Current.Id, since, most)).Select(change => change.Version);
    }

    [Fact]
    public async Task An_undo_comes_with_the_change_it_took_back_even_if_that_is_older_than_what_was_asked_for()
    {
        var room = await core.RoomAsync(new AddTimer(Guid.CreateVersion7(), "Talk", OneMinute));
        await room.DoAsync(new StartAll());
        Assert.Null(await room.UndoAsync(4, Owner));

        var undo = Assert.IsType<Undo>(Assert.Single(await Journal.SinceAsync(room.Current.Id, 4, 10)).Command);
        Assert.Equal((4, new StartAll()), (undo.Change!.Version, undo.Change.Command));
    }

    [Fact]
    public async Task Changes_of_many_rooms_that_wait_together_share_a_transaction()
    {
        var rooms = Enumerable.Range(0, 100).Select(_ => New()).ToList();
        var turn = await core.Get<WriteGate>().EnterAsync();
        var writing = rooms.ConvertAll(pair => Journal.AppendAsync(pair.Room, pair.Change));
        turn.Dispose();
        await Task.WhenAll(writing);
        Assert.InRange(commits.Count, 1, 2);  // the writer may have taken the first before the others came
        await using var db = core.Database();
        Assert.Equal(100, await db.Journal.CountAsync());
    }

    [Fact]
    public async Task A_change_the_disk_refuses_does_not_take_the_others_with_it()
    {
        var rooms = Enumerable.Range(0, 10).Select(_ => New()).ToList();
        await Journal.AppendAsync(rooms[4].Room, rooms[4].Change);
        using var turn = await core.Get<WriteGate>().EnterAsync();
        var writing = rooms.ConvertAll(pair => Journal.AppendAsync(pair.Room, pair.Change));
        turn.Dispose();
        for (var i = 0; i < 10; i++)
        {
            if (i == 4) await Assert.ThrowsAsync<DbUpdateException>(() => writing[i]);
            else await writing[i];
        }
        await using var db = core.Database();
        Assert.Equal(10, await db.Rooms.CountAsync());
    }

    [Fact]
    public async Task The_log_is_moved_into_the_database_now_and_then()
    {
        var last = New();
        var before = core.DatabaseSize;
        for (var commit = 0; commit < 500; commit++)
        {
            Assert.Equal(before, core.DatabaseSize);
            last = New();
            await Journal.AppendAsync(last.Room, last.Change);
        }
        await Journal.ReadBackAsync(last.Room.Id);  // waits its turn behind the checkpoint
        Assert.True(core.DatabaseSize > before);
    }

    [Fact]
    public async Task Once_disposed_it_has_written_everything_and_takes_nothing_more()
    {
        var pairs = Enumerable.Range(0, 10).Select(_ => New()).ToList();
        var writing = pairs.ConvertAll(pair => Journal.AppendAsync(pair.Room, pair.Change));
        await Journal.DisposeAsync();
        await Task.WhenAll(writing);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Journal.AppendAsync(pairs[0].Room, pairs[0].Change));
    }

    private static (Room Room, RoomChange Change) New()
    {
        var decision = RoomRules.Create(Guid.CreateVersion7(), "Main hall", Owner, Noon);
        return (decision.Next, decision.Change!);
    }

    private sealed class Commits : DbTransactionInterceptor
    {
        private int count;

        public int Count => count;

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }
    }
}
