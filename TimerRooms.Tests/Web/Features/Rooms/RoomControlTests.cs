using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class RoomControlTests
{
    private const string Gone = "This room is not here any more";

    [Theory]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("nonsense")]
    public async Task An_unknown_room_is_not_here(string id)
    {
        await using var desk = await OwnersDesk.OpenAsync();

        Assert.Equal([Gone], desk.Show(id).Names("heading"));
    }

    [Fact]
    public async Task A_foreign_room_is_not_here_either_and_nobody_watches_it()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        desk.SignInAs("someone");

        var control = desk.Show(room);

        Assert.Equal([Gone], control.Names("heading"));
        Assert.Equal(0, room.WatcherCount);
    }

    [Fact]
    public async Task A_room_deleted_elsewhere_leaves_the_page_and_comes_back_to_it()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);

        await OwnersDesk.DoAsync(room, new DeleteRoom());
        control.WaitForAssertion(() => Assert.Equal([Gone], control.Names("heading")));
        Assert.Equal("/rooms", control.Get("link", "My rooms").GetAttribute("href"));

        await OwnersDesk.DoAsync(room, new RestoreRoom());
        control.WaitForAssertion(() => Assert.Equal(["Opening"], control.Names("article")));
    }

    [Fact]
    public async Task A_page_whose_sign_in_ended_shows_and_watches_nothing_any_more()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Talk");
        var page = desk.Show(room);

        desk.SignIn.SetNotAuthorized();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("timer-face")));
        Assert.Equal(0, room.WatcherCount);
    }

    [Fact]
    public async Task Who_may_not_be_here_any_more_leaves_is_missed_and_is_here_again_as_soon_as_they_may()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Talk");
        await OwnersDesk.DoAsync(room, new SetPresence(new() { Holds = true, Needed = 1 }));
        await OwnersDesk.DoAsync(room, new ShareWith("ada", "Ada", MemberRole.Editor));
        desk.SignInAs("ada");
        var control = desk.Show(room);
        Assert.Single(room.People.Here);

        await OwnersDesk.DoAsync(room, new StopSharing("ada"));
        control.WaitForAssertion(() => Assert.Equal([Gone], control.Names("heading")));
        Assert.Empty(room.People.Here);
        Assert.NotNull(room.People.AttendanceIn(room.Current).BelowSince);

        await OwnersDesk.DoAsync(room, new ShareWith("ada", "Ada", MemberRole.Editor));
        control.WaitForAssertion(() => Assert.Equal(["Talk"], control.Names("article")));
        Assert.Single(room.People.Here);
        await desk.Page.DisposeComponentsAsync();
        Assert.Empty(room.People.Here);
        Assert.Equal(0, room.WatcherCount);
    }

    [Fact]
    public async Task The_page_of_a_deleted_room_ends_with_the_sign_in_too()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);
        await OwnersDesk.DoAsync(room, new DeleteRoom());
        control.WaitForAssertion(() => Assert.Equal([Gone], control.Names("heading")));
        desk.SignIn.SetNotAuthorized();

        control.WaitForAssertion(() => Assert.True(Assert.Single(desk.Visited).Options.ForceLoad));
    }

    [Fact]
    public async Task The_page_follows_what_others_do()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening", "Panel");
        var control = desk.Show(room);

        await OwnersDesk.DoAsync(room, new MoveTimer(room.Current.Timers[1].Id, room.Current.Timers[0].Id));
        await OwnersDesk.DoAsync(room, new RenameRoom(new("Main hall", "Foyer")));
        await OwnersDesk.DoAsync(room, new StartTimer(room.Current.Timers[0].Id));

        control.WaitForAssertion(() => Assert.Contains("Pause", control.Get("article", "Panel").Names("button")));
        Assert.Equal(["Panel", "Opening"], control.Names("article"));
        Assert.Equal("Foyer", control.Find("h1").TextContent);
    }

    [Fact]
    public async Task An_empty_room_says_so_and_shows_how_to_add_the_first_timer()
    {
        await using var desk = await OwnersDesk.OpenAsync();

        var control = desk.Show(await desk.MakeAsync("Main hall"));

        Assert.Contains("No timers yet", control.Names("heading"));
        Assert.Equal(["Title", "Duration", "At zero", "Who may drive"], control.Names("field"));
    }

    [Fact]
    public async Task What_is_being_typed_stays_while_others_change_the_room()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var control = desk.Show(room);
        await control.ActAsync(page => page.Get("field", "Title").InputAsync(new() { Value = "Ope" }));
        await control.ActAsync(page => page.Get("field", "Duration").InputAsync(new() { Value = "5" }));

        await OwnersDesk.DoAsync(room, new AddTimer(Guid.CreateVersion7(), "Panel", TimeSpan.FromMinutes(10)));

        control.WaitForAssertion(() => Assert.Equal(["Panel"], control.Names("article")));
        Assert.Equal("Ope", control.Get("field", "Title").GetAttribute("value"));
        Assert.Equal("5", control.Get("field", "Duration").GetAttribute("value"));
    }

    [Fact]
    public async Task The_labels_people_go_by_are_within_no_other_label()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var control = desk.Show(await desk.MakeAsync("Main hall", "Opening"));
        await control.ActAsync(page => page.Get("button", "Add timer").ClickAsync());
        await control.ActAsync(page => page.Get("button", "Share").ClickAsync());
        control.WaitForElement("#viewer-link");

        var labels = control.FindAll("[aria-label], [aria-labelledby], label").Select(element => element.Name()).ToList();

        foreach (var label in (string[])["Title", "Duration", "Viewer link"])
            Assert.Equal([label], labels.Where(name => name.Contains(label, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_prerender_watches_nothing_and_its_buttons_are_dead()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var presenceWatchers = room.Presence.WatcherCount;
        desk.Page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var control = desk.Show(room);

        Assert.Equal((0, presenceWatchers), (room.WatcherCount, room.Presence.WatcherCount));
        Assert.All(control.FindAll("button:not([role=menuitem], [data-part=sync])"), button => Assert.True(button.HasAttribute("disabled"), button.Name()));
    }

    [Fact]
    public async Task Nobody_watches_after_the_page_is_closed()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var presenceWatchers = room.Presence.WatcherCount;
        desk.Show(room);
        Assert.Equal((1, presenceWatchers + 1), (room.WatcherCount, room.Presence.WatcherCount));

        await desk.Page.DisposeComponentsAsync();

        Assert.Equal((0, presenceWatchers), (room.WatcherCount, room.Presence.WatcherCount));
    }
}
