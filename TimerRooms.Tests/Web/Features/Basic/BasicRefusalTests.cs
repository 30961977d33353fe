using System.Net;
using System.Text;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Basic;

/// <summary>What the forms do not do, and for whom they do nothing.</summary>
public sealed class BasicRefusalTests(OwnedApp owned) : BasicStage(owned)
{
    private const string TooOld = "! That was not done: this page had been open for too long. It is fresh now; press again.";

    [Fact]
    public async Task With_a_token_of_another_sign_in_nothing_is_done_and_the_page_is_fresh_again()
    {
        var room = await Owned.RoomAsync(["Talk"]);
        var page = await Owned.Owner.PageAsync(AddressOf(room));
        var again = await Owned.App.SignInAsync();
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
        var room = await Owned.RoomAsync(["Talk"]);
        var (before, lines) = (room.Current, Refusals());
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await Owned.Owner.PostAsync(ActOf(room), content);

        Assert.Equal(TooOld, BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(before, room.Current);
        Assert.Equal(lines + 1, Refusals());
    }

    [Fact]
    public async Task Who_is_not_signed_in_any_more_signs_in_and_comes_back_to_the_page()
    {
        var room = await Owned.RoomAsync(["Talk"]);
        var client = await Owned.App.SignInAsync();
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
        var (own, foreign) = (await Owned.RoomAsync(["Talk"]), await Owned.RoomAsync(["Talk"], Stranger));
        var before = foreign.Current;
        var form = (await Owned.Owner.PageAsync(AddressOf(own))).Forms[0];
        foreach (var room in new[] { foreign.Current.Id.ToString(), Guid.CreateVersion7().ToString(), "no-id" })
        {
            form.SetAttribute("action", $"/basic/{room}/act");
            using var answer = await Owned.Owner.SendAsync(form, "", ("do", "start-all"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("There is nothing here", (await answer.Read()).QuerySelector("h1")!.TextContent);
        }

        using var timer = await Owned.Owner.SendAsync(await FormAsync(own), "", ("do", "start"), ("timer", $"{foreign.Current.Timers[0].Id}"));
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

        using var answer = await Owned.Owner.SendAsync(await FormAsync(room), "", [.. fields.Chunk(2).Select(field => (field[0], field[1]))]);

        Assert.Equal("! That was not done: there is no such button. Look again and press one of these.", BasicPages.Notice(await FollowAsync(answer)));
        Assert.Same(before, room.Current);
    }

    [Fact]
    public async Task The_forms_address_is_for_forms_only()
    {
        var room = await Owned.RoomAsync([]);

        using var answer = await Owned.Owner.GetAsync(ActOf(room));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
