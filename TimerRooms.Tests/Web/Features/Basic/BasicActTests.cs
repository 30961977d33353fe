using System.Net;
using AngleSharp.Html.Dom;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Basic;

public sealed class BasicActTests(OwnedApp owned) : BasicStage(owned)
{
    [Theory]
    [InlineData("Idle", "Start", "Started “Idle”.")]
    [InlineData("Running", "Pause", "Paused “Running”.")]
    [InlineData("Paused", "Resume", "Resumed “Paused”.")]
    [InlineData("Paused", "Reset", "Reset “Paused”.")]
    [InlineData("Running", "-1 min", "Took time from “Running”.")]
    [InlineData("Running", "+1 min", "Added time to “Running”.")]
    [InlineData(null, "Start all", "Started all timers.")]
    [InlineData(null, "Pause all", "Paused all timers.")]
    [InlineData(null, "Undo", "Took back: paused “Paused”.")]
    public async Task Each_button_does_what_it_says_and_shows_the_page_again(string? article, string button, string told)
    {
        var room = await MixedRoomAsync();
        var before = room.Current.Version;

        using var answer = await Owned.Owner.PressAsync(AddressOf(room), button, article);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(before + 1, room.Current.Version);
        Assert.Equal(told, BasicPages.Notice(await FollowAsync(answer)));
        Assert.EndsWith(article is null ? "" : $"#timer-{room.Current.Timers.Find(timer => timer.Title == article)!.Id}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_is_driven_through_its_whole_run()
    {
        var room = await Owned.RoomAsync(["Talk"]);
        RoomTimer Talk() => room.Current.Timers[0];

        await PressAsync(room, "Start");
        Assert.True(Talk().IsRunning);
        await PressAsync(room, "Pause");
        Assert.True(Talk().IsPaused);
        await PressAsync(room, "+1 min");
        Assert.Equal(TimeSpan.FromMinutes(11), Talk().Total);
        await PressAsync(room, "-1 min");
        Assert.Equal(TimeSpan.FromMinutes(10), Talk().Total);
        await PressAsync(room, "Reset");
        Assert.Equal(TimerRun.None, Talk().Run);
        await PressAsync(room, "Undo", article: null);
        Assert.True(Talk().IsPaused);
    }

    [Fact]
    public async Task A_repeated_press_does_nothing_and_says_so()
    {
        var room = await Owned.RoomAsync(["Talk"]);
        var page = await Owned.Owner.PageAsync(AddressOf(room));
        await Owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");
        var once = room.Current;

        using var answer = await Owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");

        Assert.Equal("There was nothing to do: it was so already.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(once, room.Current);
    }

    [Fact]
    public async Task A_refusal_is_told_in_its_own_words()
    {
        var room = await MixedRoomAsync();
        var page = await Owned.Owner.PageAsync(AddressOf(room));
        await DoAsync(room, new AddTime(room.Current.Timers[2].Id, OneMinute));
        var before = room.Current;

        using var answer = await Owned.Owner.PressAsync(page, AddressOf(room), "Reset", "Paused");

        Assert.Equal($"! {TestApp.OwnerEmail} changed “Paused” a moment ago. Look again, then decide.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(before, room.Current);
    }

    [Fact]
    public async Task What_others_did_since_the_page_was_shown_is_told_but_not_what_this_page_did()
    {
        var room = await Owned.RoomAsync(["Talk", "Break"]);
        var page = await Owned.Owner.PageAsync(AddressOf(room));
        var brief = new AddTimer(Guid.CreateVersion7(), "Short", TimeSpan.FromSeconds(1));
        const string late = ", which was noticed late";  // as it may be on a busy machine
        foreach (var command in new RoomCommand[] { brief, new StartTimer(brief.TimerId) }) await DoAsync(room, command);
        await room.UntilAsync(current => current.Timer(brief.TimerId)!.IsFinished);

        using var answer = await Owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");
        var after = await FollowAsync(answer);

        string[] news = ["“Short” reached zero", $"{TestApp.OwnerEmail} started “Short”", $"{TestApp.OwnerEmail} added “Short”"];
        Assert.Equal(news, BasicPages.Changes(after, "meanwhile").Select(change => change.Replace(late, "", StringComparison.Ordinal)));
        Assert.Equal("Started “Talk”.", BasicPages.Notice(after));
        Assert.Equal("", answer.Headers.Location!.OriginalString.Split('#').ElementAtOrDefault(1) ?? "");  // the news stand at the top

        await DoAsync(room, new PauseAll());
        after = await FollowAsync(answer);
        Assert.Equal([$"{TestApp.OwnerEmail} paused all timers", .. news], BasicPages.Changes(after, "meanwhile").Select(change => change.Replace(late, "", StringComparison.Ordinal)));

        using var next = await Owned.Owner.PressAsync(after, AddressOf(room), "Start", "Break");
        Assert.Empty(BasicPages.Changes(await FollowAsync(next), "meanwhile"));
    }

    [Fact]
    public async Task Of_what_others_did_the_newest_ten_are_told()
    {
        var room = await Owned.RoomAsync(["Talk"]);
        var page = await Owned.Owner.PageAsync(AddressOf(room));
        for (var minutes = 0; minutes < 12; minutes++) await DoAsync(room, new AddTime(room.Current.Timers[0].Id, OneMinute));

        using var answer = await Owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");

        Assert.Equal(Enumerable.Repeat($"{TestApp.OwnerEmail} added time to “Talk”", 10), BasicPages.Changes(await FollowAsync(answer), "meanwhile"));
    }

    [Fact]
    public async Task Undo_takes_back_what_was_shown_and_not_what_came_since()
    {
        var room = await MixedRoomAsync();
        var page = await Owned.Owner.PageAsync(AddressOf(room));
        await DoAsync(room, new StartTimer(room.Current.Timers[0].Id));

        using var answer = await Owned.Owner.PressAsync(page, AddressOf(room), "Undo");

        Assert.Equal("Took back: paused “Paused”.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.True(room.Current.Timers[0].IsRunning);
    }

    [Fact]
    public async Task A_step_that_cannot_be_undone_any_more_does_not_stand_before_those_that_can()
    {
        var room = await Owned.RoomAsync(["Talk"]);
        await DoAsync(room, new RenameRoom(new("Main hall", "Hall")));
        var page = await Owned.Owner.PageAsync(AddressOf(room));
        var overtaken = room.Current.Version;
        await DoAsync(room, new RenameRoom(new("Hall", "Small hall")));

        using var refused = await Owned.Owner.PressAsync(page, AddressOf(room), "Undo");
        var next = await FollowAsync(refused);
        Assert.Equal("! “Renamed the room to “Hall”” cannot be undone: the same thing was changed again since.", BasicPages.Notice(next));
        Assert.Equal($"{overtaken + 1}", Step(next));  // what came since is offered

        using var blocked = await Owned.Owner.SendAsync(next.Forms[0], AddressOf(room), ("do", "undo"), ("step", $"{overtaken}"));
        Assert.Equal($"{overtaken - 1}", Step(await FollowAsync(blocked)));  // and else what came before

        static string Step(IHtmlDocument page) => page.QuerySelector("input[name=step]")!.GetAttribute("value")!;
    }
}
