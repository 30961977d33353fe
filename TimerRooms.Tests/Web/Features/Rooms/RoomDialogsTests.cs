using Bunit;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

/// <summary>The dialogs of the control page, on the room they change.</summary>
public sealed class RoomDialogsTests
{
    [Fact]
    public async Task Editing_is_in_the_menu_of_a_timer_and_closes_when_it_is_done()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening", "Panel");
        var control = desk.Show(room);

        await EditAsync(control, "Panel", name: "Talk");

        Assert.Equal(["Opening", "Talk"], room.Current.Timers.Select(timer => timer.Title));
        Assert.Empty(control.All("dialog"));
    }

    [Fact]
    public async Task A_name_that_someone_changed_meanwhile_is_not_overwritten()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);
        await control.ActAsync(page => page.Get("menuitem", "Edit").ClickAsync());
        await OwnersDesk.DoAsync(room, new EditTimer(room.Current.Timers[0].Id) { Title = new("Opening", "Panel") });
        control.WaitForAssertion(() => Assert.Equal(["Panel"], control.Names("article")));

        await control.ActAsync(page => page.Get("field", "Name").InputAsync(new() { Value = "Talk" }));
        await control.ActAsync(page => page.Get("dialog", "Edit timer").QuerySelector("form")!.SubmitAsync());

        Assert.Equal("Panel", room.Current.Timers[0].Title);
        Assert.Equal("Olga changed the name of “Panel” from “Opening” to “Panel” a moment ago. Look again, then decide.", control.Get("field", "Name").Description());
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("100:00:00")]
    public async Task A_length_that_is_none_is_refused_and_the_timer_stays(string length)
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);
        await control.ActAsync(page => page.Get("menuitem", "Edit").ClickAsync());

        await control.ActAsync(page => page.Get("field", "Length").InputAsync(new() { Value = length }));
        await control.ActAsync(page => page.Get("dialog", "Edit timer").QuerySelector("form")!.SubmitAsync());

        Assert.Equal(TimeSpan.FromMinutes(10), room.Current.Timers[0].Duration);
        Assert.StartsWith("Give a duration from 1 second", control.Get("field", "Length").Description(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Foyer")]
    [InlineData("Main hall")]
    public async Task Renaming_the_room_closes_the_dialog_when_it_is_done(string to)
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);

        await RenameAsync(control, to);

        control.WaitForAssertion(() => Assert.Equal(to, control.Find("h1").TextContent));
        Assert.Empty(control.All("dialog"));
    }

    [Fact]
    public async Task A_room_without_a_name_is_refused_in_the_dialog()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);

        await RenameAsync(control, "  ");

        Assert.Equal("Give it a name of 1 to 200 characters.", control.Get("field", "Name").Description());
        Assert.Equal("Main hall", room.Current.Name);
    }

    [Fact]
    public async Task A_room_that_someone_renamed_meanwhile_keeps_that_name()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);
        await control.ActAsync(page => page.Get("menuitem", "Rename room").ClickAsync());
        await OwnersDesk.DoAsync(room, new RenameRoom(new("Main hall", "Foyer")));
        control.WaitForAssertion(() => Assert.Equal("Foyer", control.Find("h1").TextContent));

        await control.ActAsync(page => page.Get("field", "Name").InputAsync(new() { Value = "Lobby" }));
        await control.ActAsync(page => page.Get("dialog", "Rename room").QuerySelector("form")!.SubmitAsync());

        Assert.Equal("Foyer", room.Current.Name);
        Assert.Equal("Olga changed the room's name from “Main hall” to “Foyer” a moment ago. Look again, then decide.", control.Get("field", "Name").Description());
    }

    private static async Task EditAsync(IRenderedComponent<RoomControl> control, string timer, string name)
    {
        await control.ActAsync(page => page.Get("article", timer).Get("menuitem", "Edit").ClickAsync());
        await control.ActAsync(page => page.Get("dialog", "Edit timer").Get("field", "Name").InputAsync(new() { Value = name }));
        await control.ActAsync(page => page.Get("dialog", "Edit timer").QuerySelector("form")!.SubmitAsync());
    }

    private static async Task RenameAsync(IRenderedComponent<RoomControl> control, string to)
    {
        await control.ActAsync(page => page.Get("menuitem", "Rename room").ClickAsync());
        await control.ActAsync(page => page.Get("dialog", "Rename room").Get("field", "Name").InputAsync(new() { Value = to }));
        await control.ActAsync(page => page.Get("dialog", "Rename room").QuerySelector("form")!.SubmitAsync());
    }
}
