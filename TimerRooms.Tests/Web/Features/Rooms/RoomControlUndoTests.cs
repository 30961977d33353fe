using Bunit;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class RoomControlUndoTests
{
    [Fact]
    public async Task Undo_is_dead_while_there_is_nothing_to_undo_and_then_names_its_step()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var control = desk.Show(room);
        Assert.True(control.Get("button", "Undo").HasAttribute("disabled"));

        await OwnersDesk.DoAsync(room, new RenameRoom(new("Main hall", "Foyer")));

        control.WaitForAssertion(() => Assert.False(control.Get("button", "Undo").HasAttribute("disabled")));
        Assert.Equal("Renamed the room to “Foyer”", control.Get("button", "Undo").GetAttribute("title"));
    }

    [Fact]
    public async Task Undo_takes_the_last_step_back_and_says_which()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);
        await control.ActAsync(page => page.Get("button", "Start").ClickAsync());

        await control.ActAsync(page => page.Get("button", "Undo").ClickAsync());

        Assert.False(room.Current.Timers[0].IsRunning);
        Assert.Equal("Taken back: Started “Opening”.", NoticeOf(control));
    }

    [Fact]
    public async Task A_deleted_timer_is_put_back_where_it_was()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening", "Panel");
        var control = desk.Show(room);

        await DeleteAsync(control, "Opening");
        Assert.Equal(["Panel"], room.Current.Timers.Select(timer => timer.Title));
        Assert.Equal("Deleted “Opening”.", NoticeOf(control));

        await control.ActAsync(page => page.Get("button", "Put it back").ClickAsync());
        Assert.Equal(["Opening", "Panel"], room.Current.Timers.Select(timer => timer.Title));
        Assert.Equal("Taken back: Deleted “Opening”.", NoticeOf(control));
    }

    [Fact]
    public async Task Put_it_back_is_about_that_timer_whatever_was_done_since()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening", "Panel");
        var control = desk.Show(room);
        var remove = control.FindComponents<TimerCard>()[0].Instance.OnRemove;  // a click on its way while others were faster
        var opening = room.Current.Timers[0];
        await OwnersDesk.DoAsync(room, new RemoveTimer(opening.Id, opening.ChangedIn));
        await OwnersDesk.DoAsync(room, new StartTimer(room.Current.Timers[0].Id));

        await control.InvokeAsync(() => remove.InvokeAsync());
        await control.ActAsync(page => page.Get("button", "Put it back").ClickAsync());

        Assert.Equal(["Opening", "Panel"], room.Current.Timers.Select(timer => timer.Title));
        Assert.True(room.Current.Timers[1].IsRunning);
    }

    [Fact]
    public async Task A_refused_Put_it_back_says_so()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);
        await DeleteAsync(control, "Opening");
        await OwnersDesk.UndoAsync(room);

        await control.ActAsync(page => page.Get("button", "Put it back").ClickAsync());

        Assert.Equal("That cannot be undone any more.", NoticeOf(control));
    }

    [Fact]
    public async Task A_timer_that_changed_a_moment_ago_is_not_deleted_unseen()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall", "Opening");
        var control = desk.Show(room);
        var remove = control.FindComponent<TimerCard>().Instance.OnRemove;
        await OwnersDesk.DoAsync(room, new StartTimer(room.Current.Timers[0].Id));

        await control.InvokeAsync(() => remove.InvokeAsync());

        Assert.Single(room.Current.Timers);
        Assert.EndsWith("changed “Opening” a moment ago. Look again, then decide.", NoticeOf(control), StringComparison.Ordinal);
    }

    private static Task DeleteAsync(IRenderedComponent<RoomControl> control, string timer) => control.ActAsync(page => page.Get("article", timer).Get("menuitem", "Delete").ClickAsync());

    private static string NoticeOf(IRenderedComponent<RoomControl> control) => control.Find("[role=status][aria-label=Notice] span").TextContent;
}
