using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class InvitationTests : IAsyncLifetime
{
    private const string Ada = "ada@example.org", Bob = "bob@example.org";

    private TestApp app = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync() => (app, owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signing_up_makes_the_account_signs_in_and_lands_on_the_rooms(bool asAdministrator)
    {
        var client = app.CreateClient();

        using var answer = await client.SignUpAsync(await owner.InviteAsync("Ada", asAdministrator), Ada);

        Assert.Equal("/rooms", answer.Headers.Location!.AbsolutePath);
        Assert.Equal("My rooms", (await client.PageAsync("/rooms")).QuerySelector("h1")!.TextContent);
        Assert.Equal(asAdministrator, (await app.AccountsAsync()).Single(account => account.Email == Ada).IsAdministrator);
        await app.SignInAsync(Ada, TestPeople.Password);
    }

    [Fact]
    public async Task Opening_the_link_spends_nothing()
    {
        var link = await owner.InviteAsync("Ada");
        for (var look = 0; look < 20; look++) Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync(link)).StatusCode);

        using var answer = await app.CreateClient().SignUpAsync(link, Ada);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Unknown_used_and_withdrawn_links_get_the_very_same_page()
    {
        var (used, withdrawn) = (await owner.InviteAsync("Ada"), await owner.InviteAsync("Bob"));
        await app.CreateClient().SignUpAsync(used, Ada);
        await owner.PressAsync("/admin", "Withdraw", "Bob");

        var unknown = await ReadAsync($"/invite/{Tokens.New()}");

        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("This invitation does not work", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(unknown, await ReadAsync(used));
        Assert.Equal(unknown, await ReadAsync(withdrawn));
        Assert.Equal(unknown, await ReadAsync("/invite/no-token-at-all"));
    }

    [Fact]
    public async Task A_form_that_comes_after_the_link_was_used_gets_that_page_and_makes_nobody()
    {
        var (link, late) = (await owner.InviteAsync("Ada"), app.CreateClient());
        var form = (await late.PageAsync(link)).Forms[0];
        await app.CreateClient().SignUpAsync(link, Ada);

        using var answer = await SendAsync(late, form, link, Bob);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((await ReadAsync(link)).Text, (await answer.Read()).VisibleText());
        Assert.Equal(2, (await app.AccountsAsync()).Count);
    }

    [Theory]
    [InlineData(Ada)]
    [InlineData(Bob)]
    public async Task Of_two_posts_at_once_one_makes_an_account(string second)
    {
        var link = await owner.InviteAsync("Ada");
        var (one, other) = (app.CreateClient(), app.CreateClient());
        var (form, otherForm) = ((await one.PageAsync(link)).Forms[0], (await other.PageAsync(link)).Forms[0]);

        var answers = await Task.WhenAll(SendAsync(one, form, link, Ada), SendAsync(other, otherForm, link, second));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.NotFound], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(2, (await app.AccountsAsync()).Count);
    }

    [Fact]
    public async Task Only_a_hash_of_what_stands_in_the_link_is_kept()
    {
        var token = (await owner.InviteAsync("Ada"))["/invite/".Length..];

        await using var db = await app.DatabaseAsync();
        var row = await db.Invitations.SingleAsync();

        Assert.Matches("^[0-9A-Za-z]{22}$", token);
        Assert.Matches("^[0-9a-f]{64}$", row.TokenHash);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, IHtmlFormElement form, string link, string email) =>
        client.SendAsync(form, link, ("Form.Email", email), ("Form.Password", TestPeople.Password));

    private async Task<(HttpStatusCode Status, string Text)> ReadAsync(string link)
    {
        using var answer = await app.CreateClient().GetAsync(link);
        return (answer.StatusCode, (await answer.Read()).VisibleText());
    }
}
