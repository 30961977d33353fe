using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Viewer;

namespace TimerRooms.Tests.Web.Features.Viewer;

public sealed class RoomViewerTests
{
    [Fact]
    public async Task A_viewer_finds_everything_by_its_role_and_name()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening", "Panel");
        var viewer = Render(room);

        Assert.Equal("Main hall", viewer.Find("h1").TextContent);
        Assert.Equal(["Opening", "Panel"], viewer.FindAll("article").Select(card => card.GetAttribute("aria-label")));
        Assert.Equal("Reconnecting", viewer.Find("[role=status][aria-label=Connection]").TextContent);
        Assert.Equal("1 viewer", viewer.Find("[role=group][aria-label=Viewers]").TextContent);
        Assert.Empty(viewer.FindAll("article :is(button, a, input, [tabindex])"));
        Assert.Equal("Sync now", Assert.Single(viewer.FindAll("button, a, input, [tabindex]")).TextContent);
    }

    [Fact]
    public async Task A_start_reaches_the_facts_of_an_open_page()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        var viewer = Render(room);

        await room.DoAsync(new StartTimer(room.Timer(0).Id));

        viewer.WaitForAssertion(() =>
            Assert.Equal((Noon + Room.DefaultStartLead).ToUnixTimeMilliseconds().ToString(), viewer.Find("timer-facts").TimerFact("since")));
    }

    [Fact]
    public async Task It_rings_as_the_room_and_its_link_say()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        var viewer = Render(room);
        Assert.Equal("chime 70 zero wordless", viewer.Find("room-sound").GetAttribute("data-sound"));
        await room.DoAsync(new EditLink(ViewedRoom.LinkId) { IsSilent = new(false, true) });
        viewer.WaitForAssertion(() => Assert.Equal("silent", viewer.Find("room-sound").GetAttribute("data-sound")));
    }

    [Fact]
    public async Task It_is_one_of_the_screens_of_the_room_until_it_goes()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        room.Page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var viewer = Render(room);
        Assert.Equal(("Viewer 1", "Viewer link", true), room.Live.Screens.All.Select(screen => (screen.Name, screen.Way, screen.IsLive)).Single());

        Assert.Null(room.Live.Call(1, rings: true, new Actor("owner", "Olga")));
        viewer.WaitForAssertion(() => Assert.Equal("1", viewer.Find("screen-call[data-rings] b").TextContent));

        await room.Page.DisposeComponentsAsync();
        Assert.True(Assert.Single(room.Live.Screens.All).IsGone);
    }

    [Fact]
    public async Task Each_open_page_counts_as_a_viewer()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        var first = Render(room);

        Render(room);
        room.Clock.Advance(TimerRooms.Core.Live.Presence.Pace);

        first.WaitForAssertion(() => Assert.Equal("2 viewers", first.Find("[aria-label=Viewers]").TextContent), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_revoked_link_ends_the_open_page_and_its_seat()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        var viewer = Render(room);

        await room.DoAsync(new RevokeLink(ViewedRoom.LinkId, "Viewer link"));

        viewer.WaitForAssertion(() => Assert.Equal("This link has ended", viewer.Find("h1").TextContent));
        Assert.Empty(viewer.FindAll("article"));
        Assert.Equal(0, room.Live.Presence.Count);
    }

    [Fact]
    public async Task A_link_that_is_over_ends_all_open_pages_at_its_moment()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        await room.DoAsync(new EditLink(ViewedRoom.LinkId) { ExpiresAt = new(null, Noon.AddMinutes(10)) });
        var three = new[] { Render(room), Render(room), Render(room) };

        room.Clock.Advance(TimeSpan.FromMinutes(10));
        await room.Live.SettleAsync();

        foreach (var viewer in three) viewer.WaitForAssertion(() => Assert.Equal("This link has ended", viewer.Find("h1").TextContent), TimeSpan.FromSeconds(2));
        Assert.Equal(0, room.Live.Presence.Count);
    }

    [Fact]
    public async Task A_deleted_room_ends_the_open_page()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        var viewer = Render(room);

        await room.DoAsync(new DeleteRoom());

        viewer.WaitForAssertion(() => Assert.Equal("This link has ended", viewer.Find("h1").TextContent));
    }

    [Fact]
    public async Task An_empty_room_says_so()
    {
        await using var room = await ViewedRoom.OpenAsync();

        Assert.Equal("No timers yet.", Render(room).Find("main p").TextContent);
    }

    [Fact]
    public async Task A_prerender_neither_watches_nor_counts()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        room.Page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        room.Page.Render<RoomViewer>(parameters => parameters.Add(viewer => viewer.Token, ViewedRoom.Token));

        Assert.Equal((0, 0), (room.Live.WatcherCount, room.Live.Presence.Count));
    }

    [Fact]
    public async Task Nobody_watches_after_the_page_is_closed()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening");
        var presenceWatchers = room.Live.Presence.WatcherCount;
        Render(room);
        Assert.Equal((1, 1), (room.Live.WatcherCount, room.Live.Presence.Count));

        await room.Page.DisposeComponentsAsync();

        Assert.Equal((0, 0), (room.Live.WatcherCount, room.Live.Presence.Count));
        Assert.Equal(presenceWatchers, room.Live.Presence.WatcherCount);
    }

    private static IRenderedComponent<RoomViewer> Render(ViewedRoom room)
    {
        room.Page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return room.Page.Render<RoomViewer>(parameters => parameters.Add(viewer => viewer.Token, ViewedRoom.Token));
    }
}
