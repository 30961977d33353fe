using System.Net;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class InvitationPageTests : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private TestApp app = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync() => (app, owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("ada", TestPeople.Password, "email", "Enter an e-mail address.")]
    [InlineData(TestApp.OwnerEmail, TestPeople.Password, "email", "has an account already")]
    [InlineData(Ada, "Password1234!", "password", "among the first")]
    public async Task A_fault_is_told_at_its_field_and_spends_nothing(string email, string password, string field, string fault)
    {
        var link = await owner.InviteAsync("Ada");

        using var faulty = await app.CreateClient().SignUpAsync(link, email, password);
        using var answer = await app.CreateClient().SignUpAsync(link, Ada);

        var page = await faulty.Read();
        Assert.Contains(fault, page.QuerySelector($"#{field}-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(email, page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#password")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Guessing_is_throttled_for_each_address()
    {
        var (link, stranger) = (await owner.InviteAsync("Ada"), app.ClientFrom("203.0.113.7"));
        for (var guess = 0; guess < 10; guess++) await stranger.GetAsync($"/invite/{Tokens.New()}");

        using var stopped = await stranger.GetAsync(link);
        using var elsewhere = await app.ClientFrom("203.0.113.8").GetAsync(link);

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal("Too many tries", (await stopped.Read()).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_page_is_not_stored_and_tells_no_other_site_its_address()
    {
        using var answer = await app.CreateClient().GetAsync(await owner.InviteAsync("Ada"));

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Empty((await answer.Read()).QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_friendly_page()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "invitation"), new("Form.Email", Ada), new("Form.Password", TestPeople.Password)]);

        using var answer = await app.CreateClient().PostAsync(await owner.InviteAsync("Ada"), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("That did not get through", (await answer.Read()).QuerySelector("h1")!.TextContent);
        Assert.Single(await app.AccountsAsync());
    }
}
