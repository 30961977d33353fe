using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Basic;
using TimerRooms.Web.Shared;

namespace TimerRooms.Tests.Web.Features.Basic;

public sealed class BasicPageTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    [Fact]
    public async Task Each_timer_is_an_article_with_the_buttons_of_the_live_page()
    {
        var room = await owned.RoomAsync(["Talk", "Break", "Lunch"]);
        await DoAsync(room, new StartAll());
        await owned.HasCountedAsync(room);
        await DoAsync(room, new PauseTimer(room.Current.Timers[1].Id));
        await DoAsync(room, new ResetTimer(room.Current.Timers[2].Id, room.Current.Timers[2].ChangedIn));

        var page = await PageAsync(room);

        Assert.Equal("Main hall", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Talk", "Break", "Lunch"], page.Body!.Names("article"));
        Assert.Equal(["Pause", "Reset", "-1 min", "+1 min"], page.Body!.Get("article", "Talk").Names("button"));
        Assert.Equal(["Resume", "Reset", "-1 min", "+1 min"], page.Body!.Get("article", "Break").Names("button"));
        Assert.Equal(["Start", "Reset", "-1 min", "+1 min"], page.Body!.Get("article", "Lunch").Names("button"));
        Assert.True(page.Body!.Get("article", "Lunch").Get("button", "Reset").HasAttribute("disabled"));
        Assert.Equal("running", page.Body!.Get("article", "Talk").QuerySelector("timer-face")!.GetAttribute("data-phase"));
        Assert.Equal("10:00", page.Body!.Get("article", "Lunch").QuerySelector("timer-face")!.TextContent);
        Assert.Equal(["Undo", "Start all", "Pause all"], page.QuerySelector("header")!.Names("button"));
        Assert.Equal($"/rooms/{room.Current.Id}", page.Body!.Get("link", "Live controls").GetAttribute("href"));
    }

    [Fact]
    public async Task A_timer_that_waits_for_someone_says_for_whom()
    {
        var room = await owned.RoomAsync(["Talk"]);
        await DoAsync(room, new StartTimer(room.Current.Timers[0].Id));
        await DoAsync(room, new SetPresence(new() { Holds = true }));
        Assert.Null(await room.ExecuteAsync(new HoldTimers(DateTimeOffset.UtcNow, ["Ada"]), Actor.Server));

        Assert.Equal("held: waiting for Ada", (await PageAsync(room)).Body!.Get("article", "Talk").QuerySelector(".held-note")!.TextContent);
    }

    [Fact]
    public async Task It_ticks_with_its_own_script_looks_again_without_and_never_starts_a_connection()
    {
        var page = await PageAsync(await owned.RoomAsync(["Talk"]));

        Assert.Equal(["clock/old-browser.js", "clock/basic.js"], page.QuerySelectorAll("body script").Select(script => script.GetAttribute("src")));
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"10\"", page.QuerySelector("head noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".page[data-server-now] timer-face[data-facts*=' 600000 ']"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [role=status]"));
    }

    [Fact]
    public async Task A_room_of_somebody_else_is_the_very_same_404_as_one_that_never_existed_and_as_on_the_live_page()
    {
        var foreign = (await owned.RoomAsync(["Talk"], Stranger)).Current.Id;
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var path in new[] { $"/basic/{foreign}", $"/basic/{Guid.CreateVersion7()}", "/basic/no-id", $"/rooms/{foreign}" })
        {
            using var answer = await owned.Owner.GetAsync(path);
            answers.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }

        Assert.Equal(HttpStatusCode.NotFound, answers[0].Item1);
        Assert.Single(answers.Distinct());
        Assert.Equal(2, owned.Log().Count(line => line.EndsWith($"WRN Room refused: {TestApp.OwnerEmail} asked for {foreign}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_is_not_signed_in_comes_back_after_signing_in()
    {
        var room = (await owned.RoomAsync([])).Current.Id;

        using var answer = await owned.App.CreateClient().GetAsync($"/basic/{room}");

        Assert.Equal($"/signin?ReturnUrl=%2Fbasic%2F{room}", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task An_empty_room_says_where_timers_are_added()
    {
        var room = await owned.RoomAsync([]);

        var page = await PageAsync(room);

        Assert.Equal($"/rooms/{room.Current.Id}", page.Body!.Get("link", "Add the first timer").GetAttribute("href"));
        Assert.All(["Undo", "Start all", "Pause all"], button => Assert.True(page.Body!.Get("button", button).HasAttribute("disabled")));
        Assert.Equal([$"{TestApp.OwnerEmail} made the room"], Changes(page, "lately"));
    }

    [Fact]
    public async Task The_last_five_changes_are_told_newest_first_with_their_time_of_day()
    {
        var room = await owned.RoomAsync(["<b>Talk</b>"]);
        var talk = room.Current.Timers[0].Id;
        foreach (var command in new RoomCommand[] { new StartTimer(talk), new PauseTimer(talk), new AddTime(talk, OneMinute) }) await DoAsync(room, command);
        Assert.Null(await room.UndoAsync(6, owned.Actor));

        var page = await PageAsync(room);

        string[] done = ["took back: added time to “<b>Talk</b>”", "added time to “<b>Talk</b>”", "paused “<b>Talk</b>”", "started “<b>Talk</b>”", "added “<b>Talk</b>”"];
        Assert.Equal(done.Select(what => $"{TestApp.OwnerEmail} {what}"), Changes(page, "lately"));
        Assert.Empty(Changes(page, "meanwhile"));
        Assert.All(page.QuerySelectorAll(".changes time"), time => Assert.Matches("^([A-Z][a-z]{2} [0-9]+ )?[0-9]{2}:[0-9]{2}:[0-9]{2}$", time.TextContent));
        Assert.All(page.QuerySelectorAll(".changes time"), time =>
            Assert.InRange(DateTimeOffset.Parse(time.GetAttribute("datetime")!, null), DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(1)));
    }

    [Theory]
    [InlineData("?since=soon&done=-1&below=1e9&told=All+timers+were+deleted")]
    [InlineData("?since=99999999999999999999&done=&below=&told=")]
    [InlineData("?since=9223372036854775807&done=0&below=0&told=CfDJ8")]
    public async Task Nothing_that_stands_in_an_address_is_told(string query)
    {
        var room = await owned.RoomAsync(["Talk"]);

        using var answer = await owned.Owner.GetAsync($"/basic/{room.Current.Id}{query}");

        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(page.QuerySelectorAll("[role=status]"));
        Assert.Empty(Changes(page, "meanwhile"));
    }

    [Fact]
    public void A_notice_is_for_one_person_in_one_room_and_not_for_long()
    {
        var (notices, room) = (owned.App.Services.GetRequiredService<SealedNotices>(), Guid.CreateVersion7());

        var done = notices.Seal(new Notice("Paused “Talk”."), room, Owner);
        var refused = notices.Seal(new Notice("It is gone.", isError: true), room, Owner);

        Assert.Equal(("Paused “Talk”.", false), (notices.Open(done, room, Owner)!.Text, notices.Open(done, room, Owner)!.IsError));
        Assert.True(notices.Open(refused, room, Owner)!.IsError);
        Assert.Null(notices.Open(done, room, Stranger));
        Assert.Null(notices.Open(done, Guid.CreateVersion7(), Owner));
        Assert.Null(notices.Open(done[..^1], room, Owner));
        Assert.Null(notices.Open(notices.ProtectorFor(room, Owner).Protect("+Old.", DateTimeOffset.UtcNow.AddSeconds(-1)), room, Owner));
        notices.ProtectorFor(room, Owner).Unprotect(done, out var until);
        Assert.True(until <= DateTimeOffset.UtcNow + SealedNotices.LifeOfDone);
    }

    private Task<IHtmlDocument> PageAsync(LiveRoom room) => owned.Owner.PageAsync($"/basic/{room.Current.Id}");

    private async Task DoAsync(LiveRoom room, RoomCommand command) => Assert.Null(await room.ExecuteAsync(command, owned.Actor));

    private static IEnumerable<string> Changes(IHtmlDocument page, string heading) => BasicPages.Changes(page, heading);
}
