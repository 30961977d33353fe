using TimerRooms.E2E.Screens;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class RoomTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk", Break = "Break", Questions = "Questions";

    [Fact]
    public async Task What_the_owner_does_is_seen_by_every_viewer()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00"), (Break, "1h30")]);
        var link = await owner.Room.TakeLinkAsync();
        var (one, other) = (await ViewerAsync(server, link, "one"), await ViewerAsync(server, link, "other"));
        TimerCard[] talks = [owner.Room.Timer(Talk), one.Viewer.Timer(Talk), other.Viewer.Timer(Talk)];
        await AllAsync(talks, talk => talk.ShowsAsync("10:00"));

        await talks[0].PressAsync("Start");
        await AllAsync(talks, talk => talk.IsAsync("running"));
        await AllAsync(talks, talk => talk.TicksAsync());

        await talks[0].PressAsync("Pause");
        await AllAsync(talks, talk => talk.IsAsync("paused"));
        var frozen = await talks[0].TextAsync();
        await owner.Room.Timer(Break).PressAsync("Start");
        await one.Viewer.Timer(Break).TicksAsync();
        await AllAsync(talks, talk => talk.ShowsAsync(frozen));

        await talks[0].PressAsync("+1 min");
        await talks[0].PressAsync("+1 min");
        await talks[0].PressAsync("-1 min");
        var more = string.Concat("10", frozen.AsSpan(2));
        await AllAsync(talks, talk => talk.ShowsAsync(more));
        await talks[0].PressAsync("Reset");
        await AllAsync(talks, talk => talk.ShowsAsync("10:00"));
        await AllAsync(talks, talk => talk.IsAsync("idle"));

        await owner.Room.PressAsync("Undo");
        await AllAsync(talks, talk => talk.ShowsAsync(more));
        await talks[0].PressAsync("Resume");
        await AllAsync(talks, talk => talk.IsAsync("running"));
    }

    [Fact]
    public async Task Timers_appear_are_renamed_deleted_put_back_and_moved_on_every_page()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "5m"), (Break, "90s")]);
        var link = await owner.Room.TakeLinkAsync();
        var (one, other) = (await ViewerAsync(server, link, "one"), await ViewerAsync(server, link, "other"));
        ILocator[] pages = [owner.Room.Titles, one.Viewer.Titles, other.Viewer.Titles];
        await SeeAsync(Talk, Break);

        await owner.Room.AddAsync(Questions, "15:00");
        await SeeAsync(Talk, Break, Questions);
        await owner.Room.RenameTimerAsync(Talk, "Keynote");
        await SeeAsync("Keynote", Break, Questions);
        await owner.Room.Timer(Break).ChooseAsync("Delete");
        await SeeAsync("Keynote", Questions);
        await owner.Room.Notice.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await SeeAsync("Keynote", Break, Questions);

        await owner.Room.Timer(Questions).Button("Move").PressAsync("ArrowUp");
        await SeeAsync("Keynote", Questions, Break);
        await owner.Room.Timer(Questions).Button("Move").PressAsync("ArrowUp");
        await SeeAsync(Questions, "Keynote", Break);
        await owner.Room.DragBehindAsync(Questions, "Keynote");
        await SeeAsync("Keynote", Questions, Break);

        async Task SeeAsync(params string[] titles)
        {
            foreach (var page in pages) await Expect(page).ToHaveTextAsync(titles);
        }
    }

    [Fact]
    public async Task A_card_that_somebody_else_moves_while_it_is_dragged_can_be_used_again()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [(Talk, "10:00"), (Break, "5:00"), (Questions, "15:00")]);
        var other = await owner.OpenOnceMoreAsync();
        await other.IsLiveAsync();
        await owner.Page.BringToFrontAsync();
        await owner.Room.Timer(Questions).Button("Move").HoverAsync();
        await owner.Page.Mouse.DownAsync();
        await owner.Page.Mouse.MoveAsync(300, 300, new() { Steps = 4 });
        await Expect(owner.Page.Locator(".dragged")).ToHaveCountAsync(1);

        await other.Timer(Questions).ChooseAsync("Move up");
        await Expect(owner.Room.Titles).ToHaveTextAsync([Talk, Questions, Break]);
        await owner.Page.Mouse.UpAsync();

        await Expect(owner.Page.Locator(".dragged")).ToHaveCountAsync(0);
        await owner.Room.Timer(Questions).PressAsync("Start");
        await owner.Room.Timer(Questions).IsAsync("running");
    }

    [Fact]
    public async Task Who_comes_late_sees_the_same_digits_at_the_same_instant()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await owner.Room.Timer(Talk).PressAsync("Start");
        await owner.Room.Timer(Talk).TicksAsync();

        var late = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        var from = (await late.DigitsAsync()).Changes[^1].Real;
        for (var seconds = 0; seconds < 2; seconds++) await late.Viewer.Timer(Talk).TicksAsync();

        var spreads = DigitLog.Spreads((await owner.DigitsAsync()).Since(from), (await late.DigitsAsync()).Since(from));
        Assert.True(spreads.Count >= 3, $"{spreads.Count} changes seen on both pages");
        Assert.True(spreads.Part(0.5) < 50, $"{spreads.Part(0.5):0.0} ms apart");
    }

    [Fact]
    public async Task Viewers_are_counted_up_and_down()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var link = await owner.Room.TakeLinkAsync();
        await Expect(owner.Room.Viewers).ToHaveTextAsync("0 viewers");

        var one = await ViewerAsync(server, link, "one");
        await Expect(owner.Room.Viewers).ToHaveTextAsync("1 viewer");
        var other = await ViewerAsync(server, link, "other");
        await Expect(owner.Room.Viewers).ToHaveTextAsync("2 viewers");
        await Expect(one.Viewer.Viewers).ToHaveTextAsync("2 viewers");

        await other.Page.CloseAsync();
        await Expect(owner.Room.Viewers).ToHaveTextAsync("1 viewer");
        await Expect(one.Viewer.Viewers).ToHaveTextAsync("1 viewer");
    }

    private static Task AllAsync(IEnumerable<TimerCard> timers, Func<TimerCard, Task> act) => Task.WhenAll(timers.Select(act));
}
