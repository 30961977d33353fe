using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Live;

public sealed class DisplaysTests : IAsyncLifetime
{
    private static readonly Guid Link = Guid.CreateVersion7();

    private TestCore core = null!;
    private LiveRoom room = null!;

    private Displays Displays => core.Get<Displays>();

    public async Task InitializeAsync()
    {
        core = await TestCore.StartAsync();
        room = await core.RoomAsync();
        await room.DoAsync(new AddLink(Link, LinkScope.View, "Viewer link", Tokens.New()));
    }

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task A_screen_follows_the_link_it_was_given_by_its_code_also_after_a_restart()
    {
        var code = Displays.CodeFor("screen")!;
        Assert.Matches("^[A-HJKMNP-Z2-9]{6}$", code);
        Assert.Equal(code, Displays.CodeFor("screen"));
        Assert.NotEqual(code, Displays.CodeFor("other screen"));

        Assert.Null(await Displays.PairAsync($" {code[..3].ToLowerInvariant()}-{code[3..]} ", room.Current, Link, Owner));
        Assert.Equal((room.Current.Id, Link), Displays.FollowedBy("screen"));
        Assert.Null(Displays.FollowedBy("other screen"));
        Assert.Equal(RefusalKind.Gone, (await Displays.PairAsync(code, room.Current, Link, Owner))?.Kind);

        await core.RestartAsync();
        await Displays.LoadAsync();
        Assert.Equal((room.Current.Id, Link), Displays.FollowedBy("screen"));
    }

    [Fact]
    public async Task A_code_lives_ten_minutes()
    {
        var code = Displays.CodeFor("screen")!;
        core.Time.Advance(Displays.Life);
        Assert.Equal(RefusalKind.Gone, (await Displays.PairAsync(code, room.Current, Link, Owner))?.Kind);
        Assert.NotEqual(code, Displays.CodeFor("screen"));
    }

    [Fact]
    public async Task Only_the_owner_of_the_room_and_only_a_link_for_viewers()
    {
        var code = Displays.CodeFor("screen")!;
        Assert.Equal(RefusalKind.NotAllowed, (await Displays.PairAsync(code, room.Current, Link, Stranger))?.Kind);
        await room.DoAsync(new AddLink(Guid.CreateVersion7(), LinkScope.Control, "Team", Tokens.New()));
        Assert.Equal(RefusalKind.Gone, (await Displays.PairAsync(code, room.Current, room.Current.Links[1].Id, Owner))?.Kind);
        Assert.Null(await Displays.PairAsync(code, room.Current, Link, Owner));
    }

    [Fact]
    public async Task A_screen_is_let_in_by_whoever_gave_it_the_link_until_the_passcode_is_another()
    {
        await room.DoAsync(new SetPasscode(Link, "hash"));
        Assert.Null(await Displays.PairAsync(Displays.CodeFor("screen")!, room.Current, Link, Owner));
        Assert.True(core.Get<Guests>().IsLetIn(room.Current.Id, room.Current.Link(Link)!, "screen"));
        Assert.False(core.Get<Guests>().IsLetIn(room.Current.Id, room.Current.Link(Link)!, "other screen"));

        await room.DoAsync(new SetPasscode(Link, "other hash"));
        Assert.False(core.Get<Guests>().IsLetIn(room.Current.Id, room.Current.Link(Link)!, "screen"));
    }

    [Fact]
    public void Not_more_screens_wait_than_may()
    {
        for (var screen = 0; screen < Displays.MostWaiting; screen++) Assert.NotNull(Displays.CodeFor($"screen {screen}"));
        Assert.Null(Displays.CodeFor("one more"));
        Assert.NotNull(Displays.CodeFor("screen 7"));
    }
}
