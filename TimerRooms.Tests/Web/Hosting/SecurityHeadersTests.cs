using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class SecurityHeadersTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private readonly TestApp app = owned.App;
    private readonly HttpClient owner = owned.Owner;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/signin", HttpStatusCode.OK)]
    [InlineData("/rooms", HttpStatusCode.Redirect)]
    [InlineData("/setup", HttpStatusCode.NotFound)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/problem/500", HttpStatusCode.NotFound)]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/css/tokens.css", HttpStatusCode.OK)]
    [InlineData("/css/nothing.css", HttpStatusCode.NotFound)]
    [InlineData("/service-worker.js", HttpStatusCode.OK)]
    [InlineData("/install/waiting.html", HttpStatusCode.OK)]
    public async Task Every_response_carries_the_headers(string path, HttpStatusCode status)
    {
        using var answer = await app.CreateClient().GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("script-src 'self'; style-src 'self';", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("worker-src 'self'; manifest-src 'self';", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("noindex", Header(answer, "X-Robots-Tag"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("screen-wake-lock=(self)", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/rooms")]
    [InlineData("/nothing")]
    [InlineData("/health")]
    public async Task No_page_is_stored(string path)
    {
        using var answer = await owner.GetAsync(path);

        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task A_static_file_may_be_kept()
    {
        var link = (await owner.PageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var answer = await owner.GetAsync($"/{link}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_is_asked_for_a_year_but_not_of_this_device()
    {
        using var site = await app.ClientFrom("127.0.0.1", "https://rooms.example.org").GetAsync("/");
        using var plain = await app.ClientFrom("127.0.0.1", "http://rooms.example.org").GetAsync("/");
        using var local = await app.CreateClient().GetAsync("/");

        Assert.Equal("max-age=31536000; includeSubDomains", Header(site, "Strict-Transport-Security"));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        Assert.False(local.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Trace_is_refused()
    {
        using var answer = await app.CreateClient().SendAsync(new HttpRequestMessage(HttpMethod.Trace, "/"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/signin")]
    [InlineData("/rooms")]
    [InlineData("/account")]
    [InlineData("/admin")]
    [InlineData("/invite/unknown")]
    [InlineData("/nothing")]
    public async Task No_page_has_a_script_or_a_style_of_its_own_that_the_policy_would_block(string path)
    {
        var page = await owner.PageAsync(path);

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
