using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using TimerRooms.Core.Time;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class SignInTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private readonly TestApp app = owned.App;

    [Fact]
    public async Task Signing_in_lands_on_the_rooms()
    {
        var client = app.CreateClient();

        using var answer = await SubmitAsync(client, TestApp.OwnerEmail, TestApp.OwnerPassword);

        Assert.Equal("/rooms", answer.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/rooms")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_needs_signing_in_comes_back_after_it()
    {
        var client = app.CreateClient();
        var asked = (await client.GetAsync("/account?x=1")).Headers.Location!.PathAndQuery;

        using var answer = await SubmitAsync(client, TestApp.OwnerEmail, TestApp.OwnerPassword, asked);

        Assert.StartsWith("/signin?ReturnUrl=", asked, StringComparison.Ordinal);
        Assert.Equal("/account?x=1", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task An_address_elsewhere_is_not_gone_to()
    {
        using var answer = await SubmitAsync(app.CreateClient(), TestApp.OwnerEmail, TestApp.OwnerPassword, "/signin?ReturnUrl=//evil.example/");

        Assert.Equal("https://localhost/rooms", answer.Headers.Location!.AbsoluteUri);
    }

    [Fact]
    public async Task The_cookie_is_bound_to_this_host_and_hidden_from_scripts()
    {
        using var answer = await SubmitAsync(app.CreateClient(), TestApp.OwnerEmail, TestApp.OwnerPassword);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie => Assert.Matches("^__Host-TimerRooms-.*; path=/; secure; samesite=lax; httponly$", cookie));
    }

    [Fact]
    public async Task The_cookie_lasts_by_the_wall_clock_also_where_that_was_set_after_the_start()
    {
        var start = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await using var app = new TestApp(("TimerRooms:Owner:Email", TestApp.OwnerEmail), ("TimerRooms:Owner:Password", TestApp.OwnerPassword));
        var time = new ManualTime(start);
        await using var early = app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.AddSingleton(new ServerClock(time, () => time.Uptime))));
        var client = early.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });

        using var answer = await SubmitAsync(client, TestApp.OwnerEmail, TestApp.OwnerPassword);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(text => text.Contains("TimerRooms-account", StringComparison.Ordinal));
        var expires = SetCookieHeaderValue.Parse(cookie).Expires!.Value - DateTimeOffset.UtcNow;
        Assert.InRange(expires.TotalDays, 13.9, 14.1);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/rooms")).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        using var unknown = await SubmitAsync(app.ClientFrom("198.51.100.1"), "nobody@example.org", "a wrong password");
        using var wrong = await SubmitAsync(app.ClientFrom("198.51.100.2"), TestApp.OwnerEmail, "a wrong password");

        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(Alert(await unknown.Read()), Alert(await wrong.Read()));
        Assert.NotEqual("", Alert(await wrong.Read()));
    }

    [Fact]
    public async Task An_address_that_is_too_long_for_one_is_refused_and_not_remembered()
    {
        var throttle = app.Services.GetRequiredService<SignInThrottle>();
        var before = throttle.Count;

        using var answer = await SubmitAsync(app.ClientFrom("198.51.100.3"), $"{new string('x', 300)}@example.org", "a wrong password");

        Assert.NotEqual("", Alert(await answer.Read()));
        Assert.Equal(before, throttle.Count);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_friendly_page()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "signin"), new("Form.Email", TestApp.OwnerEmail), new("Form.Password", TestApp.OwnerPassword)]);

        using var answer = await app.CreateClient().PostAsync("/signin", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("That did not get through", (await answer.Read()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Signing_out_is_a_post_with_a_token_and_ends_the_sign_in()
    {
        var client = await app.SignInAsync();

        using var get = await client.GetAsync("/signout");
        using var bare = await client.PostAsync("/signout", null);
        using var pressed = await client.PressAsync("/account", "Sign out");

        Assert.Equal(HttpStatusCode.NotFound, get.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal("/signin", pressed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/rooms")).StatusCode);
    }

    [Fact]
    public async Task Every_field_has_a_label_and_says_what_it_is_for()
    {
        var page = await app.CreateClient().PageAsync("/signin");

        Assert.Equal("Email", Label(page, "email"));
        Assert.Equal("Password", Label(page, "password"));
        Assert.Equal("username", page.GetElementById("email")!.GetAttribute("autocomplete"));
        Assert.Equal("current-password", page.GetElementById("password")!.GetAttribute("autocomplete"));
        Assert.True(page.GetElementById("email")!.HasAttribute("autofocus"));
        Assert.Equal("Sign in", page.QuerySelector("button.main")!.TextContent);
    }

    private static string Label(IHtmlDocument page, string id) => page.QuerySelector($"label[for={id}]")!.TextContent;

    private static string Alert(IHtmlDocument page) => page.QuerySelector("[role=alert]")!.TextContent;

    private static Task<HttpResponseMessage> SubmitAsync(HttpClient client, string email, string password, string path = "/signin") =>
        client.SubmitAsync(path, ("Form.Email", email), ("Form.Password", password));
}
