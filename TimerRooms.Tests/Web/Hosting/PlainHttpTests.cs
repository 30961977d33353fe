using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class PlainHttpTests
{
    [Fact]
    public async Task Over_plain_http_from_elsewhere_the_page_says_why_signing_in_will_not_do()
    {
        var (app, _) = await TestApp.WithOwnerAsync();
        await using var running = app;

        var page = await app.ClientFrom("192.0.2.7", "http://box.lan:5080").PageAsync("/signin");

        Assert.Contains("TimerRooms__InsecureLan=true", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task With_InsecureLan_signing_in_over_plain_http_works()
    {
        await using var app = new TestApp(("TimerRooms:InsecureLan", "true"),
            ("TimerRooms:Owner:Email", TestApp.OwnerEmail), ("TimerRooms:Owner:Password", TestApp.OwnerPassword));
        var client = app.ClientFrom("192.0.2.7", "http://box.lan:5080");

        using var answer = await client.SubmitAsync("/signin", ("Form.Email", TestApp.OwnerEmail), ("Form.Password", TestApp.OwnerPassword));

        Assert.DoesNotContain("__Host-", string.Join(' ', answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/rooms")).StatusCode);
    }
}
