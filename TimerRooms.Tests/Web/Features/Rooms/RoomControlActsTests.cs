using Bunit;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class RoomControlActsTests() : ControlPageTests("Opening", "Panel")
{
    [Fact]
    public async Task A_timer_offers_one_of_Start_Pause_and_Resume_and_each_does_what_it_says()
    {
        var control = Desk.Show(Live);
        Assert.Equal(["Start"], Verbs(control));

        await PressAsync(control, "Start");
        Assert.True(Live.Current.Timers[0].IsRunning);
        control.WaitForAssertion(() => Assert.Equal(["Pause"], Verbs(control)));

        Desk.Clock.Advance(Room.DefaultStartLead + TimeSpan.FromMinutes(4));
        await PressAsync(control, "Pause");
        Assert.Equal(TimeSpan.FromMinutes(6), Live.Current.Timers[0].Remaining(Desk.Clock.GetUtcNow()));
        control.WaitForAssertion(() => Assert.Equal(["Resume"], Verbs(control)));

        await PressAsync(control, "Resume");
        Assert.True(Live.Current.Timers[0].IsRunning);
        control.WaitForAssertion(() => Assert.Equal(["Pause"], Verbs(control)));

        await PressAsync(control, "Reset");
        Assert.Equal(TimerRun.None, Live.Current.Timers[0].Run);
        control.WaitForAssertion(() => Assert.Equal(["Start"], Verbs(control)));
        Assert.True(control.Get("article", "Opening").Get("button", "Reset").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData("+1 min", 11)]
    [InlineData("-1 min", 9)]
    public async Task A_minute_more_or_less_reaches_the_face(string button, int minutes)
    {
        var control = Desk.Show(Live);

        await PressAsync(control, button);

        control.WaitForAssertion(() => Assert.Equal($"{minutes * 60_000}", control.Get("article", "Opening").TimerFact("total")));
        Assert.Equal("600000", control.Get("article", "Panel").TimerFact("total"));
    }

    [Fact]
    public async Task All_timers_start_pause_and_resume_together()
    {
        var control = Desk.Show(Live);
        Assert.True(control.Get("button", "Pause all").HasAttribute("disabled"));

        await control.ActAsync(page => page.Get("button", "Start all").ClickAsync());
        Assert.All(Live.Current.Timers, timer => Assert.True(timer.IsRunning));
        control.WaitForAssertion(() => Assert.True(control.Get("button", "Start all").HasAttribute("disabled")));

        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await control.ActAsync(page => page.Get("button", "Pause all").ClickAsync());
        Assert.All(Live.Current.Timers, timer => Assert.True(timer.IsPaused));

        await control.ActAsync(page => page.Get("menuitem", "Resume all").ClickAsync());
        Assert.All(Live.Current.Timers, timer => Assert.True(timer.IsRunning));

        await control.ActAsync(page => page.Get("menuitem", "Reset all").ClickAsync());
        Assert.All(Live.Current.Timers, timer => Assert.Equal(TimerRun.None, timer.Run));
    }

    [Theory]
    [InlineData("One minute more for all", 11)]
    [InlineData("One minute less for all", 9)]
    public async Task A_minute_more_or_less_for_all_is_in_the_menu_of_the_room(string item, int minutes)
    {
        await Desk.Show(Live).ActAsync(page => page.Get("menuitem", item).ClickAsync());

        Assert.All(Live.Current.Timers, timer => Assert.Equal(TimeSpan.FromMinutes(minutes), timer.Total));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_notice_and_goes_with_the_next_act()
    {
        await OwnersDesk.DoAsync(Live, new AddTimer(Guid.CreateVersion7(), "Break", TimeSpan.FromSeconds(30)));
        var control = Desk.Show(Live);

        await control.ActAsync(page => page.Get("article", "Break").Get("button", "-1 min").ClickAsync());
        Assert.Equal("“Break” has not that much time left to take away.", control.Get("status", "Notice").QuerySelector("span")!.TextContent);

        await PressAsync(control, "Start");
        Assert.Empty(control.Get("status", "Notice").Children);
    }

    [Fact]
    public async Task A_timer_is_duplicated_below_itself()
    {
        var control = Desk.Show(Live);

        await ChooseAsync(control, "Opening", "Duplicate");

        control.WaitForAssertion(() => Assert.Equal(["Opening", "Opening", "Panel"], control.Names("article")));
    }

    [Theory]
    [InlineData("Opening", "Move down", "Panel", "Opening", "Break")]
    [InlineData("Break", "Move up", "Opening", "Break", "Panel")]
    [InlineData("Opening", "Move up", "Opening", "Panel", "Break")]
    [InlineData("Break", "Move down", "Opening", "Panel", "Break")]
    public async Task A_timer_moves_by_one_place_as_far_as_there_is_one(string timer, string item, params string[] order)
    {
        await OwnersDesk.DoAsync(Live, new AddTimer(Guid.CreateVersion7(), "Break", TimeSpan.FromMinutes(5)));
        var control = Desk.Show(Live);

        await ChooseAsync(control, timer, item);

        control.WaitForAssertion(() => Assert.Equal(order, control.Names("article")));
    }

    [Fact]
    public async Task A_timer_that_changed_while_it_was_moved_moves_by_one_place_too()
    {
        await OwnersDesk.DoAsync(Live, new AddTimer(Guid.CreateVersion7(), "Break", TimeSpan.FromMinutes(5)));
        var control = Desk.Show(Live);
        var move = control.FindComponents<TimerCard>()[2].Instance.OnMove;  // a key press on its way when the timer was started
        await OwnersDesk.DoAsync(Live, new StartTimer(Live.Current.Timers[2].Id));

        await control.InvokeAsync(() => move.InvokeAsync(-1));

        Assert.Equal(["Opening", "Break", "Panel"], Live.Current.Timers.Select(timer => timer.Title));
    }

    private static Task PressAsync(IRenderedComponent<RoomControl> control, string button) => control.ActAsync(page => page.Get("article", "Opening").Get("button", button).ClickAsync());

    private static Task ChooseAsync(IRenderedComponent<RoomControl> control, string timer, string item) => control.ActAsync(page => page.Get("article", timer).Get("menuitem", item).ClickAsync());

    private static IEnumerable<string> Verbs(IRenderedComponent<RoomControl> control) =>
        control.Get("article", "Opening").Names("button").Intersect(["Start", "Pause", "Resume"]);
}
