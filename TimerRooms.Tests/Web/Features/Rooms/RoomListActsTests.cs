using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class RoomListActsTests
{
    [Theory]
    [InlineData("Foyer")]
    [InlineData("Main hall")]
    public async Task Renaming_asks_in_a_dialog_that_closes_when_it_is_done(string to)
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var list = desk.ShowList();

        await ChooseAsync(list, "Main hall", "Rename");
        await list.ActAsync(page => page.Get("dialog", "Rename room").Get("field", "Name").InputAsync(new() { Value = to }));
        await list.ActAsync(page => page.Get("dialog", "Rename room").QuerySelector("form")!.SubmitAsync());

        Assert.Equal(to, room.Current.Name);
        list.WaitForAssertion(() => Assert.Equal([to], list.Names("article")));
        Assert.Empty(list.All("dialog"));
    }

    [Fact]
    public async Task A_copy_has_the_timers_and_says_whose_copy_it_is()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        await desk.MakeAsync("Main hall", "Opening", "Panel");
        var list = desk.ShowList();

        await ChooseAsync(list, "Main hall", "Duplicate");

        list.WaitForAssertion(() => Assert.Equal(["Copy of Main hall", "Main hall"], list.Names("article")));
        Assert.Equal(["Opening", "Panel"], desk.Rooms.OwnedBy("owner")[0].Current.Timers.Select(timer => timer.Title));
        Assert.Equal("Copied “Main hall”.", NoticeOf(list));
    }

    [Fact]
    public async Task A_name_too_long_to_be_prefixed_is_copied_as_it_is()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var name = new string('a', 195);
        await desk.MakeAsync(name);
        var list = desk.ShowList();

        await ChooseAsync(list, name, "Duplicate");

        list.WaitForAssertion(() => Assert.Equal([name, name], list.Names("article")));
    }

    [Fact]
    public async Task A_deleted_room_comes_back_by_Undo_in_the_notice()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var list = desk.ShowList();

        await ChooseAsync(list, "Main hall", "Delete");
        Assert.NotNull(room.Current.DeletedAt);
        list.WaitForAssertion(() => Assert.Empty(list.All("article")));

        await list.ActAsync(page => page.Get("status", "Notice").Get("button", "Undo").ClickAsync());

        Assert.Null(room.Current.DeletedAt);
        list.WaitForAssertion(() => Assert.Equal(["Main hall"], list.Names("article")));
        Assert.Equal("“Main hall” is back.", NoticeOf(list));
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_refused_in_the_notice()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var list = desk.ShowList();
        var duplicate = list.FindComponent<RoomCard>().Instance.OnDuplicate;  // a click on its way when the room was deleted
        await OwnersDesk.DoAsync(room, new DeleteRoom());

        await list.InvokeAsync(() => duplicate.InvokeAsync());

        Assert.Equal("That room is not there any more.", NoticeOf(list));
        Assert.Equal("assertive", list.Get("status", "Notice").GetAttribute("aria-live"));
        await list.ActAsync(page => page.Get("button", "Dismiss").ClickAsync());
        Assert.Empty(list.Get("status", "Notice").Children);
    }

    [Fact]
    public async Task Nobody_signed_in_sees_nothing_and_makes_nothing()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        await desk.MakeAsync("Main hall", "Opening");
        desk.SignIn.SetNotAuthorized();
        var list = desk.ShowList();
        Assert.Empty(list.All("article"));

        await list.ActAsync(page => page.Get("button", "New room").ClickAsync());
        await list.ActAsync(page => page.Get("field", "Room name").InputAsync(new() { Value = "Foyer" }));
        await list.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal("Sign in to make a room.", NoticeOf(list));
        Assert.Empty(desk.Visited);
    }

    [Fact]
    public async Task Each_account_sees_its_own_rooms_alone()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        await desk.MakeAsync("Main hall");
        desk.SignInAs("someone");

        Assert.Empty(desk.ShowList().All("article"));
    }

    [Fact]
    public async Task A_prerender_shows_the_rooms_with_dead_buttons()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        await desk.MakeAsync("Main hall");
        desk.Page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var list = desk.ShowList();

        Assert.Equal(["Main hall"], list.Names("article"));
        Assert.All(list.All("button").Where(button => button.Name() != "Sync now"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public async Task Nobody_watches_after_the_list_is_closed()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        desk.ShowList();
        Assert.Equal(1, desk.Rooms.WatcherCountOf("owner"));

        await desk.Page.DisposeComponentsAsync();

        Assert.Equal(0, desk.Rooms.WatcherCountOf("owner"));
    }

    private static Task ChooseAsync(IRenderedComponent<RoomList> list, string room, string what) =>
        list.ActAsync(page => page.Get("article", room).Get("menuitem", what).ClickAsync());

    private static string NoticeOf(IRenderedComponent<RoomList> list) => list.Find("[role=status][aria-label=Notice] span").TextContent;
}
