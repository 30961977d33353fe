using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Live;

/// <summary>Who may start a room that nobody owns, how many of them, and who may make it their own.</summary>
public sealed class StartTemporaryTests : IAsyncLifetime
{
    private static readonly Visitor Signed = Laptop with { AccountId = "owner", Name = "Olga" };
    private TestCore core = null!;

    public async Task InitializeAsync() => core = await TestCore.StartAsync();

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task Five_at_a_time_from_one_address_and_others_from_others()
    {
        var rooms = new List<LiveRoom>();
        for (var room = 0; room < 5; room++) rooms.Add(await core.TemporaryAsync());
        Assert.StartsWith("5 temporary rooms were started from your network already.", await RefusedAsync(), StringComparison.Ordinal);
        await core.TemporaryAsync("10.0.0.2");

        core.Time.Advance(5 * OneMinute);
        foreach (var room in rooms) await room.GoesAsync();
        await core.TemporaryAsync();
    }

    [Fact]
    public async Task A_room_that_was_saved_does_not_count_any_more()
    {
        var room = await core.TemporaryAsync();
        for (var more = 0; more < 4; more++) await core.TemporaryAsync();
        Assert.Null(await core.Rooms.SaveAsync(room, core.Get<Guests>().ActorIn(room.Current, Signed)));
        await core.TemporaryAsync();
        await RefusedAsync();
    }

    [Fact]
    public async Task Two_hundred_at_once_from_everywhere()
    {
        await using (var db = core.Database())
        {
            var rooms = Enumerable.Range(0, 199).Select(_ => RoomOf() with { OwnerId = "", Temporary = new("laptop") });
            db.Rooms.AddRange(rooms.Select(room => new RoomRow { Id = room.Id, OwnerId = "", Version = 1, State = RoomJson.Write(room) }));
            await db.SaveChangesAsync();
        }
        await core.RestartAsync();
        await core.TemporaryAsync();
        Assert.StartsWith("There are 200 temporary rooms on this server already", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_may_have_none()
    {
        await using var closed = await TestCore.StartAsync(services => services.AddSingleton(new GuestRoomSettings { Allowed = false }));
        var (id, refusal) = await closed.Rooms.StartTemporaryAsync(Laptop, "10.0.0.1", RoomTemplate.Blank);
        Assert.Equal((null, "This server has no temporary rooms. Sign in to make a room."), (id, refusal?.Text));
    }

    [Fact]
    public async Task Its_maker_saves_it_among_their_rooms_where_it_stays()
    {
        var room = await core.TemporaryAsync(template: RoomTemplate.Talk);
        var actor = core.Get<Guests>().ActorIn(room.Current, Signed);
        Assert.Equal(RefusalKind.NotAllowed, (await core.Rooms.SaveAsync(room, core.MakerOf(room)))?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await core.Rooms.SaveAsync(room, Stranger))?.Kind);

        Assert.Null(await core.Rooms.SaveAsync(room, actor));
        core.Time.Advance(TimeSpan.FromDays(1));
        await room.StaysAsync();
        Assert.Same(room, Assert.Single(core.Rooms.OwnedBy("owner")));
        await core.RestartAsync();
        Assert.Equal(["Talk", "Questions"], Assert.Single(core.Rooms.OwnedBy("owner")).Current.Timers.Select(timer => timer.Title));
    }

    [Fact]
    public async Task The_list_of_whoever_saved_it_follows_it_from_then_on()
    {
        var looked = new SemaphoreSlim(0);
        using var watch = core.Rooms.WatchAll("owner", () => { looked.Release(); return Task.CompletedTask; });
        var room = await core.TemporaryAsync();
        await core.Rooms.SaveAsync(room, core.Get<Guests>().ActorIn(room.Current, Signed));
        Assert.True(await looked.WaitAsync(LiveRooms.Patience));
        room.Presence.Join(Guid.Empty);
        core.Time.Advance(TimeSpan.Zero);
        Assert.True(await looked.WaitAsync(LiveRooms.Patience));
    }

    [Fact]
    public async Task Whoever_comes_after_its_maker_is_another_guest()
    {
        var (guests, room) = (core.Get<Guests>(), await core.TemporaryAsync());
        await guests.NameAsync("laptop", null, room.Current);
        var link = new AddLink(Guid.CreateVersion7(), LinkScope.Control, "Control link", Tokens.New());
        await core.DoAsync(room, link);
        await guests.LetInAsync(room.Current.Id, room.Current.Link(link.LinkId)!, "phone");
        await guests.NameAsync("phone", null, room.Current);

        var phone = guests.ActorIn(room.Current, new(null, null, "phone"));
        Assert.Equal(("Guest 1", "Guest 2"), (core.MakerOf(room).Name, phone.Name));
        Assert.Equal(RoomRole.Controller, RoomRights.RoleOf(phone, room.Current, core.Now));
    }

    private async Task<string> RefusedAsync()
    {
        var (id, refusal) = await core.Rooms.StartTemporaryAsync(Laptop, "10.0.0.1", RoomTemplate.Blank);
        Assert.Equal((null, RefusalKind.Full), (id, refusal?.Kind));
        return refusal!.Text;
    }
}
