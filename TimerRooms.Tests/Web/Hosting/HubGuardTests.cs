using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class HubGuardTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private readonly TestApp app = owned.App;

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.OK)]
    public async Task Only_a_page_of_our_own_may_negotiate(string? origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null) request.Headers.Add("Origin", origin);

        using var answer = await app.CreateClient().SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("https://localhost:444", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    [InlineData("https://localhost", true)]
    public async Task Only_a_page_of_our_own_may_open_a_socket(string? origin, bool opens)
    {
        var sockets = app.Server.CreateWebSocketClient();
        if (origin is not null) sockets.ConfigureRequest = request => request.Headers.Origin = origin;

        var opened = await Record.ExceptionAsync(() => sockets.ConnectAsync(new Uri("wss://localhost/_blazor"), CancellationToken.None)) is null;

        Assert.Equal(opens, opened);
    }

    [Theory]
    [InlineData("/_blazor?id=anything")]
    [InlineData("/_blazor/?id=anything")]
    [InlineData("/_BLAZOR/?id=anything")]
    public async Task Long_polling_is_refused(string path)
    {
        using var answer = await app.CreateClient().GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
