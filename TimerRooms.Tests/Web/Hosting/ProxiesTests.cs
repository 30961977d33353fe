using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class ProxiesTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => (app, _) = await TestApp.WithOwnerAsync(("TimerRooms:TrustedProxies", "10.1.0.0/16"));

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    public async Task Behind_a_listed_proxy_links_are_https(string proxy)
    {
        using var answer = await Behind(proxy).GetAsync("/rooms");

        Assert.Equal("https://rooms.example.org/signin?ReturnUrl=%2Frooms", answer.Headers.Location!.AbsoluteUri);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Behind_a_listed_proxy_the_form_cookie_is_secure()
    {
        using var answer = await Behind("10.1.2.3").GetAsync("/signin");

        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
        Assert.Null((await answer.Read()).QuerySelector(".notice.warn"));
    }

    [Fact]
    public async Task What_an_unlisted_address_says_is_not_believed()
    {
        using var answer = await Behind("203.0.113.5").GetAsync("/rooms");

        Assert.Equal("http://inner/signin?ReturnUrl=%2Frooms", answer.Headers.Location!.AbsoluteUri);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_spoofed_address_does_not_escape_the_throttle()
    {
        using var last = await GuessAsync("203.0.113.5", guesses: 11);

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
    }

    [Fact]
    public async Task Visitors_behind_a_listed_proxy_are_counted_apart()
    {
        using var last = await GuessAsync("10.1.2.3", guesses: 11);

        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
    }

    private HttpClient Behind(string proxy)
    {
        var client = app.ClientFrom(proxy, "http://inner");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.9");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "rooms.example.org");
        return client;
    }

    /// <summary>Each for another account and with another address in the header.</summary>
    private async Task<HttpResponseMessage> GuessAsync(string from, int guesses)
    {
        var client = app.ClientFrom(from);
        for (var guess = 1; ; guess++)
        {
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{guess}");
            var answer = await client.SubmitAsync("/signin", ("Form.Email", $"{guess}@example.org"), ("Form.Password", "a wrong password"));
            if (guess == guesses) return answer;
        }
    }
}
