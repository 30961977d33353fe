using Bunit;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class RoomListTests
{
    [Fact]
    public async Task Without_rooms_it_invites_to_make_the_first()
    {
        await using var desk = await OwnersDesk.OpenAsync();

        var list = desk.ShowList();

        Assert.Contains("Make your first room", list.Names("heading"));
        Assert.Single(list.All("button"), button => button.Name() == "New room");
        Assert.Empty(list.All("article"));
    }

    [Fact]
    public async Task A_new_room_is_named_made_and_opened()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var list = desk.ShowList();

        await list.ActAsync(page => page.Get("button", "New room").ClickAsync());
        await list.ActAsync(page => page.Get("field", "Room name").InputAsync(new() { Value = "Main hall" }));
        await list.ActAsync(page => page.Find("form").SubmitAsync());

        var room = Assert.Single(desk.Rooms.OwnedBy("owner"));
        Assert.Equal("Main hall", room.Current.Name);
        Assert.Equal($"/rooms/{room.Current.Id}", Assert.Single(desk.Visited).Uri);
    }

    [Fact]
    public async Task A_new_room_starts_with_what_was_chosen()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var list = desk.ShowList();
        await list.ActAsync(page => page.Get("button", "New room").ClickAsync());
        await list.ActAsync(page => page.Get("field", "Room name").InputAsync(new() { Value = "Main hall" }));
        Assert.Equal(["nothing", "focus session", "talk", "two-person session clock"], list.FindAll("#room-template option").Select(option => option.TextContent));

        await list.ActAsync(page => page.Get("field", "Start with").ChangeAsync(new() { Value = "FocusSession" }));
        await list.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal(8, Assert.Single(desk.Rooms.OwnedBy("owner")).Current.Timers.Count);
    }

    [Fact]
    public async Task A_room_is_made_by_its_button_which_a_double_click_does_not_press_twice()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var list = desk.ShowList();
        await list.ActAsync(page => page.Get("button", "New room").ClickAsync());
        await list.ActAsync(page => page.Get("field", "Room name").InputAsync(new() { Value = "Main hall" }));
        Assert.Equal("submit", list.Get("button", "Create room").GetAttribute("type"));

        var form = list.Find("form");
        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());

        Assert.Single(desk.Rooms.OwnedBy("owner"));
    }

    [Fact]
    public async Task A_room_without_a_name_is_refused_in_words_and_the_form_stays()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var list = desk.ShowList();
        await list.ActAsync(page => page.Get("button", "New room").ClickAsync());

        await list.ActAsync(page => page.Find("form").SubmitAsync());
        Assert.Equal("Give it a name of 1 to 200 characters.", list.Find("[role=status][aria-label=Notice] span").TextContent);

        await list.ActAsync(page => page.Get("field", "Room name").InputAsync(new() { Value = "Main hall" }));
        await list.ActAsync(page => page.Find("form").SubmitAsync());
        Assert.Single(desk.Rooms.OwnedBy("owner"));
    }

    [Fact]
    public async Task Cancelling_leaves_everything_as_it_was()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var list = desk.ShowList();
        await list.ActAsync(page => page.Get("button", "New room").ClickAsync());

        await list.ActAsync(page => page.Get("button", "Cancel").ClickAsync());

        Assert.Empty(list.All("field"));
        Assert.Contains("Make your first room", list.Names("heading"));
    }

    [Fact]
    public async Task Each_room_is_a_link_with_its_name_in_the_order_of_names()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var second = await desk.MakeAsync("Main hall", "Opening", "Panel");
        var first = await desk.MakeAsync("Foyer", "Doors");

        var list = desk.ShowList();

        Assert.Equal(["Foyer", "Main hall"], list.Names("article"));
        Assert.Equal($"/rooms/{first.Current.Id}", list.Get("link", "Foyer").GetAttribute("href"));
        Assert.Equal($"/rooms/{second.Current.Id}", list.Get("link", "Main hall").GetAttribute("href"));
        Assert.Contains("1 timer", Facts(list, "Foyer"));
        Assert.Contains("2 timers", Facts(list, "Main hall"));
    }

    [Fact]
    public async Task Cards_follow_what_other_pages_do()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var list = desk.ShowList();

        var room = await desk.MakeAsync("Main hall", "Opening");
        list.WaitForAssertion(() => Assert.Contains("1 timer", Facts(list, "Main hall")));

        await OwnersDesk.DoAsync(room, new RenameRoom(new("Main hall", "Foyer")));
        list.WaitForAssertion(() => Assert.Equal(["Foyer"], list.Names("article")));

        await OwnersDesk.DoAsync(room, new DeleteRoom());
        list.WaitForAssertion(() => Assert.Empty(list.All("article")));
    }

    [Fact]
    public async Task What_runs_is_shown_with_its_face()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening", "Panel");
        var list = desk.ShowList();
        Assert.Contains("Nothing is running.", Facts(list, "Main hall"));

        await OwnersDesk.DoAsync(room, new StartTimer(room.Current.Timers[1].Id));

        list.WaitForAssertion(() => Assert.Equal(room.Current.Timers[1].Id.ToString(), list.Find("timer-face").GetAttribute("data-timer-id")));
        Assert.Contains("Panel", Facts(list, "Main hall"));
        Assert.DoesNotContain("Opening", Facts(list, "Main hall"));
    }

    [Fact]
    public async Task Of_many_running_timers_three_are_shown_and_the_others_counted()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "One", "Two", "Three", "Four", "Five");
        await OwnersDesk.DoAsync(room, new StartAll());

        var list = desk.ShowList();

        Assert.Equal(3, list.FindAll("timer-face").Count);
        Assert.Contains("and 2 more", Facts(list, "Main hall"));
    }

    private static string Facts(IRenderedComponent<RoomList> list, string room) => list.Get("article", room).TextContent;
}
