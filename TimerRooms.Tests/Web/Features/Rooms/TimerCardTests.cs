using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class TimerCardTests : IDisposable
{
    private static readonly RoomTimer TenMinutes = new(Guid.NewGuid(), "Opening", TimerKind.Countdown, TimeSpan.FromMinutes(10)) { ChangedIn = 7 };

    private readonly BunitContext page = new();
    private readonly List<RoomCommand> sent = [];
    private readonly List<int> moves = [];

    public TimerCardTests()
    {
        page.Services.AddSingleton<TimeProvider>(new ManualTime(Noon));
        page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void A_card_is_named_by_its_timer_and_holds_one_face()
    {
        var card = Show(TenMinutes);

        Assert.Equal("Opening", Assert.Single(card.All("article")).Name());
        Assert.Equal("600000", Assert.Single(card.FindAll("timer-face")).TimerFact("total"));
        Assert.Equal(TenMinutes.Id.ToString(), card.Find("timer-face").GetAttribute("data-timer-id"));
    }

    [Fact]
    public void Its_buttons_are_named_as_they_are_known()
    {
        var card = Show(TenMinutes);

        Assert.Equal(["Move", "Start", "Reset", "-1 min", "+1 min", "More"], card.Names("button"));
        Assert.Equal(["Edit", "Duplicate", "Move up", "Move down", "Small window", "Delete"], card.Get("menu", "More").Names("menuitem"));
    }

    public static TheoryData<string, string> Verbs() => new()
    {
        { "idle", "Start" }, { "running", "Pause" }, { "paused", "Resume" }, { "finished", "Start" }, { "overtime", "Pause" },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Each_phase_offers_one_verb_which_space_presses_too(string phase, string verb)
    {
        var card = Show(In(phase));

        var button = Assert.Single(card.FindAll("[data-space]"));
        await button.ClickAsync();

        Assert.Equal(verb, button.Name());
        Assert.Equal([verb], card.Names("button").Intersect(["Start", "Pause", "Resume"]));
        Assert.Equal(verb switch
        {
            "Start" => new StartTimer(TenMinutes.Id),
            "Pause" => new PauseTimer(TenMinutes.Id),
            _ => (RoomCommand)new ResumeTimer(TenMinutes.Id),
        }, Assert.Single(sent));
    }

    [Fact]
    public async Task Reset_says_which_timer_the_person_saw_and_is_dead_before_a_run()
    {
        Assert.True(Show(TenMinutes).Get("button", "Reset").HasAttribute("disabled"));

        await Show(In("paused")).Get("button", "Reset").ClickAsync();

        Assert.Equal(new ResetTimer(TenMinutes.Id, 7), Assert.Single(sent));
    }

    [Theory]
    [InlineData("ArrowUp", -1)]
    [InlineData("ArrowLeft", -1)]
    [InlineData("ArrowDown", 1)]
    [InlineData("ArrowRight", 1)]
    public async Task Arrow_keys_on_the_grip_move_the_timer(string key, int by)
    {
        await Show(TenMinutes).Get("button", "Move").KeyDownAsync(new KeyboardEventArgs { Key = key });

        Assert.Equal([by], moves);
    }

    [Fact]
    public async Task Other_keys_on_the_grip_do_nothing()
    {
        var grip = Show(TenMinutes).Get("button", "Move");

        await grip.KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await grip.KeyDownAsync(new KeyboardEventArgs { Key = "a" });

        Assert.Empty(moves);
        Assert.True(grip.HasAttribute("data-grip"));
    }

    [Theory]
    [InlineData("idle", "")]
    [InlineData("running", "of 10:00")]
    [InlineData("paused", "")]
    [InlineData("finished", "of 10:00")]
    public void The_length_is_told_once(string phase, string length) =>
        Assert.Equal(length, Show(In(phase)).Find(".sub span").TextContent);

    [Fact]
    public void What_comes_at_zero_is_told_beside_the_length()
    {
        var card = Show((TenMinutes with { AtZero = AtZero.StartNext }).Start(Noon), next: TenMinutes with { Title = "Panel" });

        Assert.Equal("of 10:00 · then “Panel”", card.Find(".sub span").TextContent);
    }

    public void Dispose() => page.Dispose();

    private static RoomTimer In(string phase) => phase switch
    {
        "running" => TenMinutes.Start(Noon),
        "paused" => TenMinutes.Start(Noon.AddMinutes(-4)).Pause(Noon),
        "finished" => TenMinutes.Start(Noon.AddMinutes(-10)).ReachZero(Noon),
        "overtime" => (TenMinutes with { AtZero = AtZero.Overtime }).Start(Noon.AddMinutes(-11)).ReachZero(Noon.AddMinutes(-1)),
        _ => TenMinutes,
    };

    [Fact]
    public async Task A_timer_that_waits_for_someone_can_be_kept_paused()
    {
        var card = Show(In("paused"), hold: new(Noon, [TenMinutes.Id], ["Ada"]));
        Assert.Equal("held: waiting for Ada", card.Find(".held-note").TextContent);

        await card.Get("button", "Keep paused").ClickAsync();

        Assert.Equal(new PauseTimer(TenMinutes.Id), Assert.Single(sent));
        Assert.DoesNotContain("Keep paused", Show(In("paused")).Names("button"));
    }

    private IRenderedComponent<TimerCard> Show(RoomTimer timer, RoomTimer? next = null, PresenceHold? hold = null) => page.Render<TimerCard>(parameters => parameters
        .Add(card => card.Timer, timer).Add(card => card.Hold, hold).Add(card => card.Next, next).Add(card => card.Rights, new Rights(RoomRole.Owner, true, false, null)).Add(card => card.OnCommand, sent.Add).Add(card => card.OnMove, moves.Add));
}
