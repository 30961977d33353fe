using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Accounts;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class AccountPageTests : IAsyncLifetime
{
    private const string NewPassword = "nine quiet herons";

    private TestApp app = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync() => (app, owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Changing_the_password_keeps_this_browser_and_ends_every_other_at_once()
    {
        var other = await app.SignInAsync();

        using var answer = await ChangeAsync(TestApp.OwnerPassword, NewPassword);

        Assert.Contains("is changed", (await answer.Read()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/rooms")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/rooms")).StatusCode);
        await app.SignInAsync(password: NewPassword);
    }

    [Fact]
    public async Task The_old_password_is_asked_for()
    {
        using var answer = await ChangeAsync("not the password", NewPassword);

        Assert.Equal("That is not the current password.", Fault(await answer.Read(), "current"));
        await app.SignInAsync();
    }

    [Fact]
    public async Task A_weak_new_password_is_refused()
    {
        using var answer = await ChangeAsync(TestApp.OwnerPassword, "timerrooms2026");

        Assert.Contains("among the first", Fault(await answer.Read(), "next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sign_ins()
    {
        var other = await app.SignInAsync();

        using var answer = await owner.PressAsync("/account", "Sign out everywhere");

        Assert.Equal("/signin", answer.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync("/rooms")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/rooms")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_that_sign_in_wherever_its_cookie_is_and_no_other()
    {
        var browser = app.CreateClient();
        var signedIn = await browser.SubmitAsync("/signin", ("Form.Email", TestApp.OwnerEmail), ("Form.Password", TestApp.OwnerPassword));
        using var copy = app.CreateDefaultClient(new Uri("https://localhost"));
        copy.DefaultRequestHeaders.Add("Cookie", string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/rooms")).StatusCode);

        await browser.PressAsync("/account", "Sign out");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/rooms")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/rooms")).StatusCode);
    }

    [Fact]
    public async Task An_open_circuit_learns_at_once_that_its_sign_in_ended()
    {
        await using var circuit = app.Services.CreateAsyncScope();
        var provider = circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var signIn = circuit.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        var account = await signIn.UserManager.FindByEmailAsync(TestApp.OwnerEmail);
        ((IHostEnvironmentAuthenticationStateProvider)provider).SetAuthenticationState(
            Task.FromResult(new AuthenticationState(await signIn.CreateUserPrincipalAsync(account!))));
        var changed = new TaskCompletionSource<AuthenticationState>();
        provider.AuthenticationStateChanged += async state => changed.TrySetResult(await state);

        await owner.PressAsync("/account", "Sign out everywhere");

        Assert.Null((await changed.Task.WaitAsync(TimeSpan.FromSeconds(10))).User.AccountId());
    }

    private Task<HttpResponseMessage> ChangeAsync(string current, string next) =>
        owner.SubmitAsync("/account", ("Form.Current", current), ("Form.Next", next));

    private static string Fault(IHtmlDocument page, string field) => page.QuerySelector($"#{field}-fault")!.TextContent;
}
