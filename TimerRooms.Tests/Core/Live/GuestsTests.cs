using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Live;

public sealed class GuestsTests : IAsyncLifetime
{
    private static readonly Guid Team = Guid.CreateVersion7(), Foyer = Guid.CreateVersion7(), Ada = Guid.CreateVersion7();
    private static readonly Visitor Browser = new(null, null, "device");

    private TestCore core = null!;
    private LiveRoom room = null!;

    private Guests Guests => core.Get<Guests>();

    public async Task InitializeAsync()
    {
        core = await TestCore.StartAsync();
        room = await core.RoomAsync();
        await room.DoAsync(new AddLink(Foyer, LinkScope.View, "Foyer", Tokens.New()));
        await room.DoAsync(new AddLink(Team, LinkScope.Control, "Team", Tokens.New()));
        await room.DoAsync(new AddLink(Ada, LinkScope.Control, "Ada", Tokens.New(), Person: "Ada"));
    }

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task A_browser_is_what_its_best_link_makes_it_also_after_a_restart()
    {
        Assert.Equal(RoomRole.None, Role(Browser));
        await LetInAsync(Foyer);
        Assert.Equal(RoomRole.Viewer, Role(Browser));
        await LetInAsync(Team);
        Assert.Equal(RoomRole.Controller, Role(Browser));

        await core.RestartAsync();
        room = core.Room(room.Current.Id);
        Assert.Equal(RoomRole.Controller, Role(Browser));
        await room.DoAsync(new RevokeLink(Team, "Team"));
        Assert.Equal(RoomRole.Viewer, Role(Browser));
    }

    [Fact]
    public async Task An_expired_link_ends_by_itself_and_everyone_looks_again()
    {
        await LetInAsync(Team);
        await room.DoAsync(new EditLink(Team) { ExpiresAt = new(null, core.Now.AddMinutes(10)) });
        core.Time.Advance(TimeSpan.FromMinutes(10));
        await room.UntilAsync(now => now.Link(Team)!.HasExpired);
        Assert.Equal(RoomRole.None, Role(Browser));
        Assert.IsType<ExpireLink>((await core.JournalAsync(room.Current.Id))[^1].Command);

        await room.DoAsync(new EditLink(Team) { ExpiresAt = new(room.Current.Link(Team)!.ExpiresAt, null) });
        Assert.Equal(RoomRole.Controller, Role(Browser));
    }

    [Fact]
    public async Task A_personal_link_is_the_same_person_on_every_device()
    {
        await LetInAsync(Ada);
        await LetInAsync(Ada, "phone");
        var (one, other) = (Guests.ActorIn(room.Current, Browser), Guests.ActorIn(room.Current, Browser with { DeviceId = "phone" }));
        Assert.Equal((one.PersonId, "Ada"), (other.PersonId, other.Name));
        Assert.Equal(Actor.PersonOfLink(Ada), one.PersonId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_personal_link_says_who_they_are_whatever_else_let_them_in(bool isFirst)
    {
        await LetInAsync(isFirst ? Ada : Team);
        await LetInAsync(isFirst ? Team : Ada);
        Assert.Equal(Actor.PersonOfLink(Ada), Guests.ActorIn(room.Current, Browser).PersonId);
    }

    [Fact]
    public async Task A_name_stays_with_the_device_and_the_owner_may_call_them_otherwise_here()
    {
        await LetInAsync(Team);
        await Guests.NameAsync("device", "Bob", room.Current);
        await Guests.NameAsync("device", " ", room.Current);
        Assert.Equal("Bob", Guests.ActorIn(room.Current, Browser).Name);
        await room.DoAsync(new RenamePerson(Actor.PersonOfDevice("device"), "Robert"));
        Assert.Equal("Robert", Guests.ActorIn(room.Current, Browser).Name);
        await core.RestartAsync();
        Assert.Equal("Bob", Guests.NameOf("device"));
    }

    [Fact]
    public void An_owner_is_the_owner_whatever_links_their_browser_holds()
    {
        var owner = Guests.ActorIn(room.Current, new("owner", "Olga", "device"));
        Assert.Equal((RoomRole.Owner, "Olga", null), (RoomRights.RoleOf(owner, room.Current, core.Now), owner.Name, owner.LinkId));
    }

    [Fact]
    public async Task A_browser_that_did_not_come_for_very_long_is_forgotten()
    {
        await LetInAsync(Team);
        await Guests.NameAsync("device", "Bob", room.Current);
        await core.RestartAsync(time => time.Advance(Guests.Memory + OneMinute));
        room = core.Room(room.Current.Id);
        Assert.Equal((RoomRole.None, null), (Role(Browser), Guests.NameOf("device")));
    }

    private RoomRole Role(Visitor visitor) => RoomRights.RoleOf(Guests.ActorIn(room.Current, visitor), room.Current, core.Now);

    private Task LetInAsync(Guid link, string device = "device") => Guests.LetInAsync(room.Current.Id, room.Current.Link(link)!, device);
}
