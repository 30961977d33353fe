using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Team;

public sealed class StartTeamRoomTests
{
    private const string Button = "Start a team room";

    [Fact]
    public async Task A_visitor_is_in_a_room_of_their_own_at_once()
    {
        var (app, _) = await TestApp.WithOwnerAsync();
        await using var site = app;
        var visitor = app.CreateClient();

        using var answer = await visitor.SubmitAsync("/", ("Form.Template", "SessionClock"));

        var place = answer.Headers.Location!.OriginalString;
        Assert.Matches("/join/[0-9a-f-]{36}$", place);
        var page = await visitor.PageAsync(place);
        Assert.Equal("Team room", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("It goes 5 minutes after everyone has left.", page.QuerySelector(".temporary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Body!.Get("article", "Session"));
        using var others = await app.CreateClient().GetAsync(place);
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
    }

    [Fact]
    public async Task The_sixth_from_an_address_is_refused_in_words_and_another_address_is_not()
    {
        var (app, _) = await TestApp.WithOwnerAsync();
        await using var site = app;
        for (var room = 0; room < 5; room++) Assert.NotNull((await app.ClientFrom("10.1.2.3").PressAsync("/", Button)).Headers.Location);

        using var refused = await app.ClientFrom("10.1.2.3").PressAsync("/", Button);
        using var elsewhere = await app.ClientFrom("10.1.2.4").PressAsync("/", Button);

        Assert.Null(refused.Headers.Location);
        Assert.Contains("Use one of them, or wait until one has gone.", (await refused.Read()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(elsewhere.Headers.Location);
    }

    [Fact]
    public async Task The_minutes_are_told_as_the_host_set_them()
    {
        var (app, _) = await TestApp.WithOwnerAsync(("TimerRooms:GuestRoomMinutes", "60"));
        await using var site = app;
        var page = await app.CreateClient().PageAsync("/");
        Assert.Contains("The room goes 60 minutes after everyone has left.", page.QuerySelector(".start .hint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_tells_of_it_and_switched_off_there_is_no_button()
    {
        await using var on = new TestApp();
        Assert.Contains("TimerRooms__GuestRooms=false", (await on.CreateClient().PageAsync("/setup")).Body!.TextContent, StringComparison.Ordinal);

        var (app, _) = await TestApp.WithOwnerAsync(("TimerRooms:GuestRooms", "false"));
        await using var off = app;
        Assert.DoesNotContain(Button, (await app.CreateClient().PageAsync("/")).Body!.Names("button"));
        await using var fresh = new TestApp(("TimerRooms:GuestRooms", "false"));
        Assert.DoesNotContain("TimerRooms__GuestRooms", (await fresh.CreateClient().PageAsync("/setup")).Body!.TextContent, StringComparison.Ordinal);
    }
}
