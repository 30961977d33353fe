using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Basic;

public sealed class BasicActTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private const string TooOld = "! That was not done: this page had been open for too long. It is fresh now; press again.";

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

        using var answer = await owned.Owner.PressAsync(AddressOf(room), button, article);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(before + 1, room.Current.Version);
        Assert.Equal(told, BasicPages.Notice(await FollowAsync(answer)));
        Assert.EndsWith(article is null ? "" : $"#timer-{room.Current.Timers.Find(timer => timer.Title == article)!.Id}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_is_driven_through_its_whole_run()
    {
        var room = await owned.RoomAsync(["Talk"]);
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
        var room = await owned.RoomAsync(["Talk"]);
        var page = await owned.Owner.PageAsync(AddressOf(room));
        await owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");
        var once = room.Current;

        using var answer = await owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");

        Assert.Equal("There was nothing to do: it was so already.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(once, room.Current);
    }

    [Fact]
    public async Task A_refusal_is_told_in_its_own_words()
    {
        var room = await MixedRoomAsync();
        var page = await owned.Owner.PageAsync(AddressOf(room));
        await DoAsync(room, new AddTime(room.Current.Timers[2].Id, OneMinute));
        var before = room.Current;

        using var answer = await owned.Owner.PressAsync(page, AddressOf(room), "Reset", "Paused");

        Assert.Equal("! “Paused” changed a moment ago. Look again before you do that.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(before, room.Current);
    }

    [Fact]
    public async Task What_others_did_since_the_page_was_shown_is_told_but_not_what_this_page_did()
    {
        var room = await owned.RoomAsync(["Talk", "Break"]);
        var page = await owned.Owner.PageAsync(AddressOf(room));
        var brief = new AddTimer(Guid.CreateVersion7(), "Short", TimeSpan.FromSeconds(1));
        foreach (var command in new RoomCommand[] { brief, new StartTimer(brief.TimerId) }) await DoAsync(room, command);
        await room.UntilAsync(current => current.Timer(brief.TimerId)!.IsFinished);

        using var answer = await owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");
        var after = await FollowAsync(answer);

        string[] news = ["“Short” reached zero", $"{TestApp.OwnerEmail} started “Short”", $"{TestApp.OwnerEmail} added “Short”"];
        Assert.Equal(news, BasicPages.Changes(after, "meanwhile"));
        Assert.Equal("Started “Talk”.", BasicPages.Notice(after));
        Assert.Equal("", answer.Headers.Location!.OriginalString.Split('#').ElementAtOrDefault(1) ?? "");  // the news stand at the top

        await DoAsync(room, new PauseAll());
        after = await FollowAsync(answer);
        Assert.Equal([$"{TestApp.OwnerEmail} paused all timers", .. news], BasicPages.Changes(after, "meanwhile"));

        using var next = await owned.Owner.PressAsync(after, AddressOf(room), "Start", "Break");
        Assert.Empty(BasicPages.Changes(await FollowAsync(next), "meanwhile"));
    }

    [Fact]
    public async Task Of_what_others_did_the_newest_ten_are_told()
    {
        var room = await owned.RoomAsync(["Talk"]);
        var page = await owned.Owner.PageAsync(AddressOf(room));
        for (var minutes = 0; minutes < 12; minutes++) await DoAsync(room, new AddTime(room.Current.Timers[0].Id, OneMinute));

        using var answer = await owned.Owner.PressAsync(page, AddressOf(room), "Start", "Talk");

        Assert.Equal(Enumerable.Repeat($"{TestApp.OwnerEmail} added time to “Talk”", 10), BasicPages.Changes(await FollowAsync(answer), "meanwhile"));
    }

    [Fact]
    public async Task Undo_takes_back_what_was_shown_and_not_what_came_since()
    {
        var room = await MixedRoomAsync();
        var page = await owned.Owner.PageAsync(AddressOf(room));
        await DoAsync(room, new StartTimer(room.Current.Timers[0].Id));

        using var answer = await owned.Owner.PressAsync(page, AddressOf(room), "Undo");

        Assert.Equal("Took back: paused “Paused”.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.True(room.Current.Timers[0].IsRunning);
    }

    [Fact]
    public async Task A_step_that_cannot_be_undone_any_more_does_not_stand_before_those_that_can()
    {
        var room = await owned.RoomAsync(["Talk"]);
        await DoAsync(room, new RenameRoom(new("Main hall", "Hall")));
        var page = await owned.Owner.PageAsync(AddressOf(room));
        var overtaken = room.Current.Version;
        await DoAsync(room, new RenameRoom(new("Hall", "Small hall")));

        using var refused = await owned.Owner.PressAsync(page, AddressOf(room), "Undo");
        var next = await FollowAsync(refused);
        Assert.Equal("! “Renamed the room to “Hall”” cannot be undone: the same thing was changed again since.", BasicPages.Notice(next));
        Assert.Equal($"{overtaken + 1}", Step(next));  // what came since is offered

        using var blocked = await owned.Owner.SendAsync(next.Forms[0], AddressOf(room), ("do", "undo"), ("step", $"{overtaken}"));
        Assert.Equal($"{overtaken - 1}", Step(await FollowAsync(blocked)));  // and else what came before

        static string Step(IHtmlDocument page) => page.QuerySelector("input[name=step]")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task With_a_token_of_another_sign_in_nothing_is_done_and_the_page_is_fresh_again()
    {
        var room = await owned.RoomAsync(["Talk"]);
        var page = await owned.Owner.PageAsync(AddressOf(room));
        var again = await owned.App.SignInAsync();
        var before = room.Current;

        using var answer = await again.PressAsync(page, AddressOf(room), "Start", "Talk");
        var fresh = await FollowAsync(answer, again);

        Assert.Equal(TooOld, BasicPages.Notice(fresh));
        Assert.Same(before, room.Current);
        await again.PressAsync(fresh, AddressOf(room), "Start", "Talk");
        Assert.True(room.Current.Timers[0].IsRunning);
    }

    public static TheoryData<string, string> WithoutToken => new()
    {
        { "do=start-all", "application/x-www-form-urlencoded" },
        { "", "application/x-www-form-urlencoded" },
        { "no form at all", "text/plain" },
        { "--broken", "multipart/form-data; boundary=x" },
        { "--broken", "multipart/form-data" },
    };

    [Theory, MemberData(nameof(WithoutToken))]
    public async Task Without_a_token_nothing_is_done_and_the_log_names_the_account(string body, string type)
    {
        var room = await owned.RoomAsync(["Talk"]);
        var (before, lines) = (room.Current, Refusals());
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await owned.Owner.PostAsync(ActOf(room), content);

        Assert.Equal(TooOld, BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(before, room.Current);
        Assert.Equal(lines + 1, Refusals());
    }

    [Fact]
    public async Task Who_is_not_signed_in_any_more_signs_in_and_comes_back_to_the_page()
    {
        var room = await owned.RoomAsync(["Talk"]);
        var client = await owned.App.SignInAsync();
        var page = await client.PageAsync(AddressOf(room));
        await client.PressAsync("/account", "Sign out");
        var before = room.Current;

        using var answer = await client.PressAsync(page, AddressOf(room), "Start", "Talk");

        Assert.Equal($"/signin?ReturnUrl=/basic/{room.Current.Id}", answer.Headers.Location!.OriginalString);
        Assert.Same(before, room.Current);
    }

    [Fact]
    public async Task A_room_of_somebody_else_is_a_404_and_stays_as_it_is()
    {
        var (own, foreign) = (await owned.RoomAsync(["Talk"]), await owned.RoomAsync(["Talk"], Stranger));
        var before = foreign.Current;
        var form = (await owned.Owner.PageAsync(AddressOf(own))).Forms[0];
        foreach (var room in new[] { foreign.Current.Id.ToString(), Guid.CreateVersion7().ToString(), "no-id" })
        {
            form.SetAttribute("action", $"/basic/{room}/act");
            using var answer = await owned.Owner.SendAsync(form, "", ("do", "start-all"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("There is nothing here", (await answer.Read()).QuerySelector("h1")!.TextContent);
        }

        using var timer = await owned.Owner.SendAsync(await FormAsync(own), "", ("do", "start"), ("timer", $"{foreign.Current.Timers[0].Id}"));
        Assert.Equal("! That timer is not there any more.", BasicPages.Notice(await FollowAsync(timer)));
        Assert.Same(before, foreign.Current);
    }

    [Theory]
    [InlineData("do", "explode")]
    [InlineData("do", "")]
    [InlineData("do", "START-ALL")]
    [InlineData("do", "undo", "step", "")]
    [InlineData("do", "undo", "step", "-3")]
    [InlineData("do", "undo", "step", "1e3")]
    [InlineData("do", "start", "timer", "")]
    [InlineData("do", "start", "timer", "'; DROP TABLE Rooms; --")]
    [InlineData("do", "reset", "seen", "", "timer", "00000000-0000-0000-0000-000000000000")]
    [InlineData("do", "more", "shown", "many", "timer", "{}")]
    public async Task Nonsense_is_refused_with_friendly_words(params string[] fields)
    {
        var room = await MixedRoomAsync();
        var before = room.Current;

        using var answer = await owned.Owner.SendAsync(await FormAsync(room), "", [.. fields.Chunk(2).Select(field => (field[0], field[1]))]);

        Assert.Equal("! That was not done: there is no such button. Look again and press one of these.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(before, room.Current);
    }

    [Fact]
    public async Task The_forms_address_is_for_forms_only()
    {
        var room = await owned.RoomAsync([]);

        using var answer = await owned.Owner.GetAsync(ActOf(room));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>“Idle”, “Running” and “Paused”, of which the last was paused last.</summary>
    private async Task<LiveRoom> MixedRoomAsync()
    {
        var room = await owned.RoomAsync(["Idle", "Running", "Paused"]);
        foreach (var timer in room.Current.Timers.Skip(1)) await DoAsync(room, new StartTimer(timer.Id));
        await DoAsync(room, new PauseTimer(room.Current.Timers[2].Id));
        return room;
    }

    private async Task PressAsync(LiveRoom room, string button, string? article = "Talk")
    {
        using var answer = await owned.Owner.PressAsync(AddressOf(room), button, article);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer, HttpClient? client = null)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var page = await (client ?? owned.Owner).GetAsync(answer.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return await page.Read();
    }

    private async Task<IHtmlFormElement> FormAsync(LiveRoom room) => (await owned.Owner.PageAsync(AddressOf(room))).Forms[0];

    private async Task DoAsync(LiveRoom room, RoomCommand command) => Assert.Null(await room.ExecuteAsync(command, owned.Actor));

    private int Refusals() => owned.Log().Count(line =>
        line.EndsWith($"WRN Basic controls refused, a form that is too old or not ours: {TestApp.OwnerEmail} from 127.0.0.1", StringComparison.Ordinal));

    private static string AddressOf(LiveRoom room) => $"/basic/{room.Current.Id}";

    private static string ActOf(LiveRoom room) => $"/basic/{room.Current.Id}/act";
}
