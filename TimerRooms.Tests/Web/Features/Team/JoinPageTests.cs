using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Team;

namespace TimerRooms.Tests.Web.Features.Team;

/// <summary>Coming into a room by a link, as browsers do it.</summary>
public sealed class JoinPageTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private static readonly Actor Olga = new("olga", "Olga") { PersonId = Actor.PersonOfAccount("olga") };

    private readonly RoomRegistry rooms = owned.App.Services.GetRequiredService<RoomRegistry>();

    [Fact]
    public async Task Looking_at_a_link_spends_nothing_and_joining_leaves_a_clean_address()
    {
        var (room, link, token) = await LinkAsync();
        var browser = owned.App.CreateClient();
        for (var look = 0; look < 3; look++)
        {
            using var page = await browser.GetAsync($"/c/{token}");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.DoesNotContain(page.Headers.Where(header => header.Key == "Set-Cookie").SelectMany(header => header.Value), cookie => cookie.Contains("device", StringComparison.Ordinal));
        }

        using var answer = await browser.SubmitAsync($"/c/{token}", ("Form.Name", "Ada"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"/join/{room.Current.Id}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotNull(owned.App.Services.GetRequiredService<Guests>().LastUseOf(link.LinkId));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("device", StringComparison.Ordinal));
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.All(["httponly", "secure", "samesite=lax", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/join/{room.Current.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_unknown_revoked_or_over_and_a_wrong_passcode_are_answered_alike()
    {
        var (room, link, token) = await LinkAsync();
        var hash = await owned.App.Services.GetRequiredService<Passcodes>().HashAsync("open sesame");
        await DoAsync(room, new SetPasscode(link.LinkId, hash));
        var browser = owned.App.CreateClient();
        using var wrong = await browser.SubmitAsync($"/c/{token}", ("Form.Name", "Ada"), ("Form.Passcode", "wrong"));
        await DoAsync(room, new RevokeLink(link.LinkId, "Team"));
        using var revoked = await browser.GetAsync($"/c/{token}");
        using var unknown = await browser.GetAsync($"/c/{Tokens.New()}");
        using var malformed = await browser.GetAsync("/c/x");
        using var viewers = await browser.GetAsync($"/v/{token}");

        var first = await wrong.Read();
        foreach (var answer in new[] { wrong, revoked, unknown, malformed, viewers })
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(first.QuerySelector(".ended")!.TextContent, (await answer.Read()).QuerySelector(".ended")!.TextContent);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/join/{room.Current.Id}")).StatusCode);
    }

    [Theory]
    [InlineData("c", LinkScope.Control)]
    [InlineData("v", LinkScope.View)]
    public async Task What_is_sent_to_a_link_that_is_unknown_revoked_or_over_is_looked_at_like_a_wrong_passcode(string path, LinkScope scope)
    {
        var hash = await owned.App.Services.GetRequiredService<Passcodes>().HashAsync("open sesame");
        var (room, _, _) = await LinkAsync();
        var links = new List<(Guid Id, string Token)>();
        foreach (var name in new[] { "wrong", "revoked", "over" })
        {
            links.Add((Guid.CreateVersion7(), Tokens.New()));
            await DoAsync(room, new AddLink(links[^1].Id, scope, name, links[^1].Token));
            await DoAsync(room, new SetPasscode(links[^1].Id, hash));
        }
        var browser = owned.App.ClientFrom("203.0.113.9");
        var form = (await browser.PageAsync($"/{path}/{links[0].Token}")).Forms.Single();
        await DoAsync(room, new RevokeLink(links[1].Id, "revoked"));
        var end = DateTimeOffset.UtcNow.AddMilliseconds(50);
        await DoAsync(room, new EditLink(links[2].Id) { ExpiresAt = new(null, end) });
        while (DateTimeOffset.UtcNow <= end) await Task.Yield();
        var before = Refusals();

        var answers = new List<(HttpStatusCode, string)>();
        foreach (var token in links.Select(link => link.Token).Append(Tokens.New()))
        {
            using var answer = await browser.SendAsync(form, $"/{path}/{token}", ("Form.Passcode", "wrong"));
            answers.Add((answer.StatusCode, (await answer.Read()).Body!.TextContent));
        }

        Assert.Equal(HttpStatusCode.NotFound, Assert.Single(answers.Distinct()).Item1);
        Assert.Equal(before + 4, Refusals());

        int Refusals() => owned.Log().Count(line => line.Contains("Link refused", StringComparison.Ordinal) && line.Contains("203.0.113.9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_passcode_is_asked_of_those_who_were_let_in_before()
    {
        var (room, link, token) = await LinkAsync();
        var browser = owned.App.CreateClient();
        (await browser.SubmitAsync($"/c/{token}", ("Form.Name", "Ada"))).Dispose();
        await DoAsync(room, new SetPasscode(link.LinkId, await owned.App.Services.GetRequiredService<Passcodes>().HashAsync("open sesame")));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/join/{room.Current.Id}")).StatusCode);

        (await browser.SubmitAsync($"/c/{token}", ("Form.Name", "Ada"), ("Form.Passcode", "open sesame"))).Dispose();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/join/{room.Current.Id}")).StatusCode);
    }

    [Fact]
    public async Task Tries_at_a_passcode_are_throttled_by_link_and_address_and_the_right_one_is_then_refused_too()
    {
        var (room, link, token) = await LinkAsync();
        await DoAsync(room, new SetPasscode(link.LinkId, await owned.App.Services.GetRequiredService<Passcodes>().HashAsync("open sesame")));
        var (guesser, friend) = (owned.App.ClientFrom("203.0.113.7"), owned.App.ClientFrom("203.0.113.8"));
        for (var guess = 0; guess < 10; guess++) (await guesser.SubmitAsync($"/c/{token}", ("Form.Passcode", $"guess {guess}"))).Dispose();

        using var throttled = await guesser.SubmitAsync($"/c/{token}", ("Form.Passcode", "open sesame"));
        using var let = await friend.SubmitAsync($"/c/{token}", ("Form.Passcode", "open sesame"));

        Assert.Equal(HttpStatusCode.NotFound, throttled.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, let.StatusCode);
    }

    [Fact]
    public async Task Guests_without_a_name_are_numbered_in_the_room()
    {
        var (room, _, token) = await LinkAsync();
        var names = new List<string?>();
        for (var guest = 0; guest < 3; guest++)
        {
            var browser = owned.App.CreateClient();
            (await browser.SubmitAsync($"/c/{token}", ("Form.Name", guest == 1 ? "Ada" : " "))).Dispose();
            names.Add((await (await browser.GetAsync($"/c/{token}")).Read()).QuerySelector("#name")!.GetAttribute("value"));
        }
        Assert.Equal(["Guest 1", "Ada", "Guest 2"], names);
        Assert.Empty(room.People.Here);
    }

    [Fact]
    public async Task A_personal_link_to_look_on_is_joined_like_any_other_and_is_no_link_for_viewers()
    {
        var (room, _, _) = await LinkAsync();
        var token = Tokens.New();
        await DoAsync(room, new AddLink(Guid.CreateVersion7(), LinkScope.View, "Ada", token, Person: "Ada"));
        var browser = owned.App.CreateClient();

        using var answer = await browser.PressAsync($"/c/{token}", "Join");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/join/{room.Current.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/v/{token}")).StatusCode);
        Assert.Null(room.Current.Links[^1].Token);
    }

    [Fact]
    public async Task A_stranger_cannot_open_the_page_of_the_team_nor_its_basic_controls()
    {
        var (room, _, _) = await LinkAsync();
        var stranger = owned.App.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/join/{room.Current.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/join/nonsense")).StatusCode);
        Assert.Equal("/signin", (await stranger.GetAsync($"/basic/{room.Current.Id}")).Headers.Location!.OriginalString.Split('?')[0].Replace("https://localhost", "", StringComparison.Ordinal));
    }

    private async Task<(LiveRoom Room, AddLink Link, string Token)> LinkAsync()
    {
        var (id, _) = await rooms.CreateAsync("Hall", Olga);
        var room = rooms.Find(id!.Value, Olga)!;
        var token = Tokens.New();
        var link = new AddLink(Guid.CreateVersion7(), LinkScope.Control, "Team", token);
        await DoAsync(room, link);
        return (room, link, token);
    }

    private static async Task DoAsync(LiveRoom room, RoomCommand command) => Assert.Null(await room.ExecuteAsync(command, Olga));
}
