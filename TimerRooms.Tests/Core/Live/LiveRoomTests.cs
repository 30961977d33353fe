using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Live;

public sealed class LiveRoomTests : IAsyncLifetime
{
    private static readonly AddTimer Talk = new(Guid.CreateVersion7(), "Talk", 5 * OneMinute);
    private TestCore core = null!;

    public async Task InitializeAsync() => core = await TestCore.StartAsync();

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task A_command_is_on_disk_before_anyone_sees_it_and_everyone_is_told_after()
    {
        var room = await core.RoomAsync(Talk);
        var version = room.Current.Version;
        var turn = await core.Get<WriteGate>().EnterAsync();
        var command = room.DoAsync(new StartTimer(Talk.TimerId));
        Assert.False(command.IsCompleted);
        Assert.Equal(version, room.Current.Version);

        var seen = room.UntilAsync(now => now.Version == version + 1);
        turn.Dispose();
        await seen;
        await command;
        var change = (await core.JournalAsync(room.Current.Id))[^1];
        Assert.Equal((version + 1, new StartTimer(Talk.TimerId), Owner), (change.Version, change.Command, change.By));
    }

    [Fact]
    public async Task A_refused_command_and_a_repeated_one_reach_neither_disk_nor_page()
    {
        var room = await core.RoomAsync(Talk);
        var before = room.Current;
        using var watch = room.Watch(() => throw new InvalidOperationException("Nobody should look."));
        Assert.Equal(RefusalKind.NotAllowed, (await room.ExecuteAsync(new StartTimer(Talk.TimerId), Stranger))?.Kind);
        Assert.Equal(RefusalKind.Gone, (await room.ExecuteAsync(new StartTimer(Guid.CreateVersion7()), Owner))?.Kind);
        Assert.Null(await room.ExecuteAsync(Talk, Owner));
        Assert.Same(before, room.Current);
        Assert.Equal(before.Version, (await core.JournalAsync(before.Id)).Count);
    }

    [Fact]
    public async Task A_disk_that_fails_refuses_the_command_changes_nothing_and_heals()
    {
        var room = await core.RoomAsync(Talk);
        var before = room.Current;
        await core.SqlAsync("ALTER TABLE Journal RENAME TO Elsewhere");
        Assert.Equal(RefusalKind.NotSaved, (await room.ExecuteAsync(new StartTimer(Talk.TimerId), Owner))?.Kind);
        Assert.Equal(RefusalKind.NotSaved, (await room.UndoAsync(2, Owner))?.Kind);
        Assert.Same(before, room.Current);

        await core.SqlAsync("ALTER TABLE Elsewhere RENAME TO Journal");
        await room.DoAsync(new StartTimer(Talk.TimerId));
        Assert.Equal(before.Version + 1, room.Current.Version);
        Assert.True(room.Current.Timers[0].IsRunning);
        Assert.Equal(room.Current.Version, (await core.JournalAsync(before.Id)).Count);
    }

    [Fact]
    public async Task After_a_failure_the_room_is_read_back_before_the_next_command()
    {
        var room = await core.RoomAsync(Talk);
        await core.SqlAsync("ALTER TABLE Journal RENAME TO Elsewhere");
        await room.ExecuteAsync(new StartTimer(Talk.TimerId), Owner);
        await core.SqlAsync("ALTER TABLE Elsewhere RENAME TO Journal");

        // as if the write had reached the disk after all
        var stored = room.Current.After(new StartTimer(Talk.TimerId), core.Now);
        await using (var db = core.Database())
            await db.Rooms.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RoomJson.Write(stored)));
        Assert.Null(await room.ExecuteAsync(new StartTimer(Talk.TimerId), Owner));
        Assert.Equal(RoomTexts.Whole(stored), RoomTexts.Whole(room.Current));
    }

    [Fact]
    public async Task A_disk_that_takes_too_long_refuses_and_the_page_then_sees_what_it_did_in_the_end()
    {
        var room = await core.RoomAsync(Talk);
        using (await core.Get<WriteGate>().EnterAsync())
        {
            var command = room.ExecuteAsync(new StartTimer(Talk.TimerId), Owner);
            core.Time.Advance(WriteGate.Patience);
            Assert.Equal(RefusalKind.NotSaved, (await command)?.Kind);
        }
        await room.DoAsync(new PauseTimer(Talk.TimerId));
        var stored = RoomJson.Read<Room>((await core.Database().Rooms.SingleAsync()).State);
        Assert.Equal(RoomTexts.Whole(stored), RoomTexts.Whole(room.Current));
        Assert.Equal(room.Current.Version, (await core.JournalAsync(stored.Id)).Count);
    }

    [Fact]
    public async Task What_the_disk_took_too_late_is_shown_without_another_click()
    {
        var room = await core.RoomAsync(Talk);
        await core.SqlAsync("ALTER TABLE Journal RENAME TO Elsewhere");
        Assert.Equal(RefusalKind.NotSaved, (await room.ExecuteAsync(new StartTimer(Talk.TimerId), Owner))?.Kind);
        await core.SqlAsync("ALTER TABLE Elsewhere RENAME TO Journal");
        // as if the write had reached the disk after all
        var stored = room.Current.After(new StartTimer(Talk.TimerId), core.Now);
        await using (var db = core.Database())
            await db.Rooms.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RoomJson.Write(stored)));

        using var looked = new SemaphoreSlim(0);
        using var watch = room.Watch(() => { looked.Release(); return Task.CompletedTask; });
        core.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await looked.WaitAsync(LiveRooms.Patience));
        Assert.Equal(RoomTexts.Whole(stored), RoomTexts.Whole(room.Current));
    }

    [Fact]
    public async Task Commands_from_many_sides_make_versions_without_a_gap()
    {
        var room = await core.RoomAsync(Talk);
        await Task.WhenAll(Enumerable.Range(0, 19).Select(clicker => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++) await room.DoAsync(new AddTimer(Guid.CreateVersion7(), $"{clicker}/{i}", OneMinute));
        })));
        Assert.Equal(191, room.Current.Timers.Count);
        Assert.Equal(Enumerable.Range(1, 193).Select(version => (long)version), (await core.JournalAsync(room.Current.Id)).Select(change => change.Version));
    }

    [Fact]
    public async Task Undo_finds_its_change_in_the_journal_also_after_a_restart()
    {
        var room = await core.RoomAsync(Talk);
        await room.DoAsync(new StartTimer(Talk.TimerId));
        core.Time.Advance(OneMinute);
        await room.DoAsync(new ResetTimer(Talk.TimerId, room.Current.Timers[0].ChangedIn));

        await core.RestartAsync(time => time.Advance(OneMinute));
        room = core.Room(room.Current.Id);
        Assert.Null(await room.UndoAsync(room.Current.Undoable[^1].Version, Owner));
        Assert.Equal(3 * OneMinute, room.Current.Timers[0].Remaining(core.Now));
        Assert.Equal(RefusalKind.Gone, (await room.UndoAsync(99, Owner))?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await room.UndoAsync(2, Stranger))?.Kind);
    }
}
