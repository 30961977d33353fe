using AngleSharp.Dom;
using Bunit;
using TimerRooms.Core.Timers;
using TimerRooms.Web.Clock;

namespace TimerRooms.Tests.Web.Clock;

public sealed class TimerPartsTests : IDisposable
{
    private static readonly RoomTimer TenMinutes = new(Guid.NewGuid(), "Talk", TimerKind.Countdown, TimeSpan.FromMinutes(10));

    private readonly BunitContext page = new();

    [Fact]
    public void The_first_render_shows_the_timer_as_it_stands()
    {
        var face = Render(TenMinutes.Start(Noon.AddMinutes(-9.5)));

        Assert.Equal("00:30", face.TextContent);
        Assert.Equal("warning", Attribute(face, "data-phase"));
        Assert.Equal("5", Attribute(face, "data-chars"));
    }

    [Fact]
    public void A_live_page_leaves_all_but_the_facts_to_the_script()
    {
        var running = TenMinutes.Start(Noon);

        var face = page.Render(TimerParts.Face(running, FirstLook.Unless(isLive: true, running, Noon))).Find("timer-face");

        Assert.Equal(("", null), (face.TextContent, face.GetAttribute("data-phase")));
        Assert.Equal(Noon.ToUnixTimeMilliseconds().ToString(), face.TimerFact("since"));
        Assert.Equal("", page.Render(TimerParts.Word(null)).Find("[data-part=word]").TextContent);
        Assert.Equal("", page.Render(TimerParts.Ends(null)).Find("[data-part=ends]").TextContent);
        Assert.Null(page.Render(TimerParts.Left(running, null)).Find("[data-part=progress]").GetAttribute("value"));
    }

    [Fact]
    public void Every_fact_the_script_draws_from_is_in_one_attribute()
    {
        var timer = (TenMinutes with { AtZero = AtZero.Overtime }).Start(Noon.AddMinutes(-1)).Pause(Noon);

        var face = Render(timer);

        Assert.Equal(timer.Id.ToString(), Attribute(face, "data-timer-id"));
        Assert.Equal(("countdown", "overtime"), (face.TimerFact("kind"), face.TimerFact("at-zero")));
        Assert.Equal(("600000", "60000"), (face.TimerFact("total"), face.TimerFact("banked")));
        Assert.Equal(("60000", "15000"), (face.TimerFact("warning"), face.TimerFact("danger")));
        Assert.Equal(("begun", "-", "-"), (face.TimerFact("begun"), face.TimerFact("since"), face.TimerFact("finished-at")));
    }

    [Fact]
    public void A_timer_that_has_finished_says_when()
    {
        var face = Render(TenMinutes.Start(Noon.AddMinutes(-10)).ReachZero(Noon));

        Assert.Equal(Noon.ToUnixTimeMilliseconds().ToString(), face.TimerFact("finished-at"));
        Assert.Equal("finished", Attribute(face, "data-phase"));
    }

    [Fact]
    public void The_parts_around_a_face_show_the_first_look()
    {
        var running = TenMinutes.Start(Noon.AddMinutes(-5));
        var first = FirstLook.Of(TenMinutes, Noon);

        Assert.Equal("Ready", page.Render(TimerParts.Word(first)).Find("[data-part=word]").TextContent);
        Assert.Equal("of 10:00", page.Render(TimerParts.Ends(first)).Find("[data-part=ends]").TextContent);
        Assert.Equal("100", page.Render(TimerParts.Left(running, first)).Find("[data-part=progress]").GetAttribute("value"));
    }

    [Fact]
    public void A_count_up_has_no_bar()
    {
        var timer = TenMinutes with { Kind = TimerKind.CountUp };
        Assert.Empty(page.Render(TimerParts.Left(timer, FirstLook.Of(timer, Noon))).FindAll("progress"));
    }

    public void Dispose() => page.Dispose();

    private IElement Render(RoomTimer timer) => page.Render(TimerParts.Face(timer, FirstLook.Of(timer, Noon))).Find("timer-face");

    private static string? Attribute(IElement face, string name) => face.GetAttribute(name);
}
