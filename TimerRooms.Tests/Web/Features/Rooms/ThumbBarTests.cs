using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class ThumbBarTests : IDisposable
{
    private static readonly Rights Driving = new(RoomRole.Controller, Drives: true, IsLocked: false, Timer: null);
    private static readonly Refusal Refused = new(RefusalKind.Changed, "Not now.");

    private readonly BunitContext page = new();
    private readonly List<RoomCommand> sent = [];
    private readonly List<Refusal?> told = [];
    private Refusal? answer;

    public ThumbBarTests()
    {
        page.Services.AddSingleton<TimeProvider>(new ManualTime(Noon));
        page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void It_holds_the_timer_that_is_on_and_what_one_hand_needs()
    {
        var room = Show("idle running idle", out var bar);

        Assert.Equal("Remote control", bar.Find("section").Name());
        Assert.Equal(["−1: one minute less", "+1: one minute more", "Previous timer", "Pause Two", "Next timer"], bar.Names("button"));
        Assert.Equal(room.Timers[1].Id.ToString(), bar.Find("timer-digits").GetAttribute("data-timer-id"));
        Assert.Empty(bar.FindAll("timer-face"));
    }

    [Theory]
    [InlineData("idle", "Start One")]
    [InlineData("running", "Pause One")]
    [InlineData("paused", "Resume One")]
    [InlineData("finished", "Start One")]
    public async Task Its_main_button_says_and_does_what_comes_next(string state, string name)
    {
        var one = Show(state, out var bar).Timers[0].Id;

        await bar.Get("button", name).ClickAsync();

        Assert.Equal(state switch { "running" => new PauseTimer(one), "paused" => new ResumeTimer(one), _ => (RoomCommand)new StartTimer(one) }, Assert.Single(sent));
        Assert.Equal([null], told);
    }

    [Fact]
    public async Task A_step_pauses_one_timer_and_starts_another()
    {
        var room = Show("idle running idle", out var bar);

        await bar.Get("button", "Next timer").ClickAsync();
        await bar.Get("button", "Previous timer").ClickAsync();

        Assert.Equal([new PauseTimer(room.Timers[1].Id), new StartTimer(room.Timers[2].Id), new PauseTimer(room.Timers[1].Id), new StartTimer(room.Timers[0].Id)], sent);
    }

    [Fact]
    public async Task A_step_that_is_refused_goes_no_further_and_is_told()
    {
        var room = Show("running idle", out var bar);
        answer = Refused;

        await bar.Get("button", "Next timer").ClickAsync();

        Assert.Equal([new PauseTimer(room.Timers[0].Id)], sent);
        Assert.Equal([Refused], told);
    }

    [Fact]
    public async Task A_minute_more_or_less_is_one_tap()
    {
        var one = Show("running", out var bar).Timers[0].Id;

        await bar.Get("button", "+1: one minute more").ClickAsync();
        await bar.Get("button", "−1: one minute less").ClickAsync();

        Assert.Equal([new AddTime(one, OneMinute), new AddTime(one, -OneMinute)], sent);
    }

    [Fact]
    public void Nothing_leads_beyond_the_first_and_the_last()
    {
        Show("running", out var bar);

        Assert.All(["Previous timer", "Next timer"], name => Assert.True(bar.Get("button", name).HasAttribute("disabled")));
    }

    [Fact]
    public void A_locked_room_starts_and_pauses_and_changes_nothing_else()
    {
        Show("running idle", out var bar, Driving with { IsLocked = true });

        Assert.Equal(["−1: one minute less", "+1: one minute more", "Previous timer"], bar.All("button").Where(button => button.HasAttribute("disabled")).Select(button => button.Name()));
    }

    [Fact]
    public void Whoever_may_run_nothing_does_not_get_it()
    {
        Show("running idle", out var bar, Driving with { Drives = false });

        Assert.Empty(bar.Markup.Trim());
    }

    [Fact]
    public void Whoever_may_run_one_timer_gets_that_one()
    {
        var room = RoomFor("running idle");

        var bar = Show(room, Driving with { Drives = false, Timer = room.Timers[1].Id });

        Assert.Contains("Start Two", bar.Names("button"));
        Assert.All(["Previous timer", "Next timer"], name => Assert.True(bar.Get("button", name).HasAttribute("disabled")));
    }

    [Fact]
    public void An_empty_room_has_no_use_for_it() => Assert.Empty(Show(RoomOf(), Driving).Markup.Trim());

    public void Dispose() => page.Dispose();

    private static Room RoomFor(string states) => RoomOf(states.Split(' ').Zip(["One", "Two", "Three"], (state, title) => state switch
    {
        "running" => Countdown(title: title).Start(Noon),
        "paused" => Countdown(title: title).Start(Noon.AddMinutes(-1)).Pause(Noon),
        "finished" => Countdown(title: title).Start(Noon.AddMinutes(-5)).ReachZero(Noon),
        _ => Countdown(title: title),
    }));

    private Room Show(string states, out IRenderedComponent<ThumbBar> bar, Rights? rights = null)
    {
        var room = RoomFor(states);
        bar = Show(room, rights ?? Driving);
        return room;
    }

    private IRenderedComponent<ThumbBar> Show(Room room, Rights rights) => page.Render<ThumbBar>(parameters => parameters
        .Add(bar => bar.Room, room).Add(bar => bar.Rights, rights).Add(bar => bar.OnTell, told.Add).Add(bar => bar.OnCommand, command =>
        {
            sent.Add(command);
            return Task.FromResult(answer);
        }));
}
