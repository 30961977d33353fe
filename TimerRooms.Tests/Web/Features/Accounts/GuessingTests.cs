using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class GuessingTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync() => (app, owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_stranger_who_guesses_is_stopped_and_the_owner_still_gets_in_on_a_known_device()
    {
        var stranger = app.ClientFrom("203.0.113.7");
        for (var guess = 0; guess < 10; guess++) await TryAsync(stranger, $"a wrong guess {guess}");

        using var stopped = await TryAsync(stranger, TestApp.OwnerPassword);
        using var elsewhere = await TryAsync(app.ClientFrom("203.0.113.8"), TestApp.OwnerPassword);
        await owner.PressAsync("/account", "Sign out");
        using var known = await TryAsync(owner, TestApp.OwnerPassword);

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, elsewhere.StatusCode);
        Assert.Contains("Too many tries", (await stopped.Read()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient client, string password) =>
        client.SubmitAsync("/signin", ("Form.Email", TestApp.OwnerEmail), ("Form.Password", password));
}
