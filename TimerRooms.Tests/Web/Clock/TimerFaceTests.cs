using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Clock;

namespace TimerRooms.Tests.Web.Clock;

public sealed class TimerFaceTests : IDisposable
{
    private static readonly RoomTimer TenMinutes = new(Guid.NewGuid(), "Talk", TimerKind.Countdown, TimeSpan.FromMinutes(10));

    private readonly ManualTime clock = new(Noon);
    private readonly BunitContext page = new();

    public TimerFaceTests() => page.Services.AddSingleton<TimeProvider>(clock);

    [Fact]
    public void The_first_render_shows_the_timer_as_it_stands()
    {
        var face = Render(TenMinutes.Start(Noon.AddMinutes(-9.5)));

        Assert.Equal("00:30", face.Find("timer-face").TextContent);
        Assert.Equal("warning", Attribute(face, "data-phase"));
        Assert.Equal("5", Attribute(face, "data-chars"));
    }

    [Fact]
    public void Text_and_phase_stay_as_first_rendered_while_the_facts_follow_the_timer()
    {
        var face = Render(TenMinutes);
        clock.Advance(TimeSpan.FromMinutes(1));

        face.Render(parameters => parameters.Add(part => part.Timer, TenMinutes.Start(clock.GetUtcNow())));

        Assert.Equal(("10:00", "idle"), (face.Find("timer-face").TextContent, Attribute(face, "data-phase")));
        Assert.Equal(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(), Attribute(face, "data-since"));
    }

    [Fact]
    public void Every_fact_the_script_draws_from_is_an_attribute()
    {
        var timer = (TenMinutes with { AtZero = AtZero.Overtime }).Start(Noon.AddMinutes(-1)).Pause(Noon);

        var face = Render(timer);

        Assert.Equal(timer.Id.ToString(), Attribute(face, "data-timer-id"));
        Assert.Equal(("countdown", "overtime"), (Attribute(face, "data-kind"), Attribute(face, "data-at-zero")));
        Assert.Equal(("600000", "60000"), (Attribute(face, "data-total"), Attribute(face, "data-banked")));
        Assert.Equal(("60000", "15000"), (Attribute(face, "data-warning"), Attribute(face, "data-danger")));
        Assert.NotNull(Attribute(face, "data-begun"));
        Assert.Null(Attribute(face, "data-since"));
        Assert.Null(Attribute(face, "data-finished-at"));
    }

    [Fact]
    public void A_timer_that_has_finished_says_when()
    {
        var face = Render(TenMinutes.Start(Noon.AddMinutes(-10)).ReachZero(Noon));

        Assert.Equal(Noon.ToUnixTimeMilliseconds().ToString(), Attribute(face, "data-finished-at"));
        Assert.Equal("finished", Attribute(face, "data-phase"));
    }

    [Fact]
    public void The_parts_around_a_face_stay_as_first_rendered()
    {
        var word = page.Render<PhaseWord>(parameters => parameters.Add(part => part.Timer, TenMinutes));
        var bar = page.Render<TimeLeft>(parameters => parameters.Add(part => part.Timer, TenMinutes));
        var running = TenMinutes.Start(Noon.AddMinutes(-5));

        word.Render(parameters => parameters.Add(part => part.Timer, running));
        bar.Render(parameters => parameters.Add(part => part.Timer, running));

        Assert.Equal("Ready", word.Find("[data-part=word]").TextContent);
        Assert.Equal("100", bar.Find("[data-part=progress]").GetAttribute("value"));
    }

    [Fact]
    public void A_count_up_has_no_bar() =>
        Assert.Empty(page.Render<TimeLeft>(parameters => parameters.Add(part => part.Timer, TenMinutes with { Kind = TimerKind.CountUp })).FindAll("progress"));

    public void Dispose() => page.Dispose();

    private IRenderedComponent<TimerFace> Render(RoomTimer timer) =>
        page.Render<TimerFace>(parameters => parameters.Add(part => part.Timer, timer));

    private static string? Attribute(IRenderedComponent<TimerFace> face, string name) => face.Find("timer-face").GetAttribute(name);
}
