using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Live;

public sealed class RoomRegistryTests : IAsyncLifetime
{
    private TestCore core = null!;

    public async Task InitializeAsync() => core = await TestCore.StartAsync();

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task A_foreign_room_a_deleted_one_and_one_that_never_was_look_the_same()
    {
        var room = await core.RoomAsync();
        Assert.Same(room, core.Rooms.Find(room.Current.Id, Owner));
        Assert.Null(core.Rooms.Find(room.Current.Id, Stranger));
        Assert.Null(core.Rooms.Find(room.Current.Id, Actor.Server));
        Assert.Null(core.Rooms.Find(Guid.CreateVersion7(), Owner));

        await room.DoAsync(new DeleteRoom());
        Assert.Null(core.Rooms.Find(room.Current.Id, Owner));
        Assert.Equal(RefusalKind.Gone, (await core.Rooms.RestoreAsync(room.Current.Id, Stranger))?.Kind);
        Assert.Null(await core.Rooms.RestoreAsync(room.Current.Id, Owner));
        Assert.Same(room, core.Rooms.Find(room.Current.Id, Owner));
    }

    [Fact]
    public async Task A_room_is_found_by_its_open_links_alone()
    {
        var room = await core.RoomAsync();
        var (old, present) = (Tokens.New(), Tokens.New());
        var revoked = new AddLink(Guid.CreateVersion7(), LinkScope.View, "Old", old);
        await room.DoAsync(revoked);
        await room.DoAsync(new AddLink(Guid.CreateVersion7(), LinkScope.Control, "Present", present));
        Assert.Equal((room, revoked.LinkId), (core.Rooms.FindByToken(old)?.Room, core.Rooms.FindByToken(old)?.Link.Id));
        await room.DoAsync(new RevokeLink(revoked.LinkId, "Old"));
        Assert.Null(core.Rooms.FindByToken(old));
        Assert.Same(room, core.Rooms.FindByToken(present)?.Room);
        Assert.Null(core.Rooms.FindViewer(present));
        Assert.Null(core.Rooms.FindByToken(""));

        await core.RestartAsync();
        Assert.Equal(room.Current.Id, core.Rooms.FindByToken(present)?.Room.Current.Id);
        Assert.Null(core.Rooms.FindByToken(old));
        await core.Room(room.Current.Id).DoAsync(new DeleteRoom());
        Assert.Null(core.Rooms.FindByToken(present));
    }

    [Fact]
    public async Task Some_link_for_viewers_that_asks_for_no_passcode_is_known()
    {
        Assert.Null(core.Rooms.AnyViewToken());
        var room = await core.RoomAsync();
        var link = new AddLink(Guid.CreateVersion7(), LinkScope.View, "Viewers", Tokens.New());
        await room.DoAsync(link);
        Assert.Equal(link.Token, core.Rooms.AnyViewToken());

        await room.DoAsync(new SetPasscode(link.LinkId, "of nobody"));
        Assert.Null(core.Rooms.AnyViewToken());
    }

    [Fact]
    public async Task Rooms_are_empty_while_no_page_of_any_is_open()
    {
        var (room, other) = (await core.RoomAsync(), await core.RoomAsync());
        Assert.True(core.Rooms.AreEmpty);

        var viewer = room.Presence.Join(default);
        Assert.False(core.Rooms.AreEmpty);
        viewer.Dispose();
        Assert.True(core.Rooms.AreEmpty);

        using var page = other.People.Join(Owner, RoomRole.Owner, "laptop");
        Assert.False(core.Rooms.AreEmpty);
    }

    [Fact]
    public async Task An_account_has_a_thousand_rooms_at_most_also_by_way_of_restoring()
    {
        await using (var db = core.Database())
        {
            var rooms = Enumerable.Range(0, 1000).Select(_ => RoomOf());
            db.Rooms.AddRange(rooms.Select(room => new RoomRow { Id = room.Id, OwnerId = room.OwnerId, Version = 1, State = RoomJson.Write(room) }));
            await db.SaveChangesAsync();
        }
        await core.RestartAsync();
        Assert.Equal(RefusalKind.Full, (await core.Rooms.CreateAsync("One more", Owner)).Refusal?.Kind);
        Assert.Null((await core.Rooms.CreateAsync("Somebody else's", Stranger)).Refusal);

        var deleted = core.Rooms.OwnedBy(Owner.AccountId!)[0];
        await deleted.DoAsync(new DeleteRoom());
        var (id, refusal) = await core.Rooms.CreateAsync("One more", Owner);
        Assert.Null(refusal);
        Assert.Equal(RefusalKind.Full, (await core.Rooms.RestoreAsync(deleted.Current.Id, Owner))?.Kind);
        await core.Room(id!.Value).DoAsync(new DeleteRoom());
        Assert.Null(await core.Rooms.RestoreAsync(deleted.Current.Id, Owner));
    }

    [Fact]
    public async Task A_copy_has_timers_of_its_own()
    {
        var timer = new AddTimer(Guid.CreateVersion7(), "Talk", OneMinute);
        var room = await core.RoomAsync(timer);
        await room.DoAsync(new StartTimer(timer.TimerId));
        var (id, _) = await core.Rooms.CreateAsync("Copy", Owner, room.Current.Id);
        var copy = core.Room(id!.Value).Current.Timers[0];
        Assert.Equal(("Talk", false), (copy.Title, copy.IsRunning));
        Assert.NotEqual(timer.TimerId, copy.Id);
        Assert.Equal(RefusalKind.Gone, (await core.Rooms.CreateAsync("Copy", Stranger, room.Current.Id)).Refusal?.Kind);
    }

    [Fact]
    public async Task The_rooms_of_an_account_are_watched_from_one_place()
    {
        var looked = new SemaphoreSlim(0);
        using var watch = core.Rooms.WatchAll(Owner.AccountId!, () => { looked.Release(); return Task.CompletedTask; });
        using var stranger = core.Rooms.WatchAll(Stranger.AccountId!, () => throw new InvalidOperationException("Not theirs."));
        var room = await core.RoomAsync();
        Assert.True(await looked.WaitAsync(LiveRooms.Patience));
        await room.DoAsync(new RenameRoom(new("Main hall", "Small hall")));
        Assert.True(await looked.WaitAsync(LiveRooms.Patience));
        room.Presence.Join(default);
        core.Time.Advance(TimeSpan.Zero);
        Assert.True(await looked.WaitAsync(LiveRooms.Patience));
    }

    [Fact]
    public async Task Rooms_are_listed_by_name_without_the_deleted_and_the_foreign()
    {
        foreach (var name in new[] { "beta", "Alpha", "gone" }) await core.Rooms.CreateAsync(name, Owner);
        await core.Rooms.CreateAsync("foreign", Stranger);
        await core.Rooms.OwnedBy("owner")[2].DoAsync(new DeleteRoom());
        Assert.Equal(["Alpha", "beta"], core.Rooms.OwnedBy("owner").Select(room => room.Current.Name));
    }

    [Fact]
    public async Task A_room_that_cannot_be_saved_is_not_there()
    {
        await core.SqlAsync("ALTER TABLE Journal RENAME TO Elsewhere");
        Assert.Equal(RefusalKind.NotSaved, (await core.Rooms.CreateAsync("x", Owner)).Refusal?.Kind);
        Assert.Empty(core.Rooms.OwnedBy("owner"));
        await using var db = core.Database();
        Assert.Equal(0, await db.Rooms.CountAsync());
    }

    [Fact]
    public async Task A_room_that_the_disk_took_too_late_is_there_all_the_same()
    {
        var disk = new SlowDisk();
        await using var slow = await TestCore.StartAsync(services => services.ConfigureDbContext<TimerRoomsDb>(options => options.AddInterceptors(disk)));
        using var looked = new SemaphoreSlim(0);
        using var watch = slow.Rooms.WatchAll("owner", () => { looked.Release(); return Task.CompletedTask; });
        var creating = slow.Rooms.CreateAsync("late", Owner);
        await disk.Began.Task.WaitAsync(LiveRooms.Patience);
        slow.Time.Advance(WriteGate.Patience);
        Assert.Equal(RefusalKind.NotSaved, (await creating).Refusal?.Kind);
        Assert.Empty(slow.Rooms.OwnedBy("owner"));

        disk.GoOn.SetResult();
        Assert.True(await looked.WaitAsync(LiveRooms.Patience));
        Assert.Equal("late", Assert.Single(slow.Rooms.OwnedBy("owner")).Current.Name);
    }

    /// <summary>Has begun with what it was given, and goes on when it is told to.</summary>
    private sealed class SlowDisk : SaveChangesInterceptor
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Began.TrySetResult();
            await GoOn.Task;
            return result;
        }
    }
}
