using System.Net;
using TimerRooms.Core.Storage;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class SetupTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/rooms")]
    [InlineData("/signin")]
    [InlineData("/nothing/here")]
    public async Task Until_there_is_an_owner_every_page_leads_to_setup(string path)
    {
        using var answer = await app.CreateClient().GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/setup", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Health_answers_before_setup()
    {
        Assert.Equal("Healthy", await app.CreateClient().GetStringAsync("/health"));
    }

    [Fact]
    public async Task The_right_code_makes_the_owner_signs_in_and_lands_on_the_rooms()
    {
        var client = app.CreateClient();

        using var answer = await SubmitAsync(client, app.FirstRun.SetupCode);

        Assert.Equal("/rooms", answer.Headers.Location!.AbsolutePath);
        Assert.Equal("My rooms", (await client.PageAsync("/rooms")).QuerySelector("h1")!.TextContent);
        Assert.True(File.Exists(Path.Combine(app.DataDirectory, OwnerMark.FileName)));
    }

    [Fact]
    public async Task The_code_may_be_typed_in_small_letters_and_without_the_dash()
    {
        using var answer = await SubmitAsync(app.CreateClient(), app.FirstRun.SetupCode.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_is_told_at_its_field_and_makes_nobody()
    {
        using var answer = await SubmitAsync(app.CreateClient(), "AAAA-AAAA");

        var page = await answer.Read();
        var field = page.QuerySelector("#code")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("not the setup code", page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.True(app.FirstRun.IsOpen);
    }

    [Fact]
    public async Task Guessing_the_code_is_throttled()
    {
        var client = app.CreateClient();
        for (var guess = 0; guess < 10; guess++) await SubmitAsync(client, "AAAA-AAAA");

        using var answer = await SubmitAsync(client, app.FirstRun.SetupCode);

        Assert.Contains("Too many tries", (await answer.Read()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.True(app.FirstRun.IsOpen);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_what_was_typed_elsewhere_stays()
    {
        using var answer = await SubmitAsync(app.CreateClient(), app.FirstRun.SetupCode, "Password1234!");

        var page = await answer.Read();
        Assert.Contains("among the first", page.QuerySelector("#password-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TestApp.OwnerEmail, page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Once_there_is_an_owner_setup_is_closed_for_good()
    {
        await SubmitAsync(app.CreateClient(), app.FirstRun.SetupCode);

        using var page = await app.CreateClient().GetAsync("/setup");
        using var home = await app.CreateClient().GetAsync("/");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    private static Task<HttpResponseMessage> SubmitAsync(HttpClient client, string code, string password = TestApp.OwnerPassword) =>
        client.SubmitAsync("/setup", ("Form.Code", code), ("Form.Email", TestApp.OwnerEmail), ("Form.Password", password));
}
