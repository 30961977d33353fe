using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class ErrorPagesTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private readonly TestApp app = owned.App;

    [Theory]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "There is nothing here")]
    [InlineData("POST", "/nothing", HttpStatusCode.MethodNotAllowed, "That is not possible here")]
    [InlineData("GET", "/rooms/nothing/here", HttpStatusCode.NotFound, "There is nothing here")]
    [InlineData("POST", "/signout", HttpStatusCode.BadRequest, "That did not get through")]
    [InlineData("DELETE", "/signin", HttpStatusCode.MethodNotAllowed, "That is not possible here")]
    public async Task A_refused_request_gets_a_page_that_says_what_to_do(string method, string path, HttpStatusCode status, string heading)
    {
        using var answer = await app.CreateClient().SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(heading, (await answer.Read()).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/nothing")]
    [InlineData("/v/ended")]
    public async Task A_page_that_waits_for_the_server_knows_each_of_our_pages_by_its_clock(string path)
    {
        using var answer = await app.CreateClient().GetAsync(path);

        Assert.True(answer.Headers.Contains("TimerRooms-Clock"));
    }

    [Fact]
    public async Task A_fault_says_nothing_about_the_inside()
    {
        await using var faulty = app.WithWebHostBuilder(host =>
        {
            host.UseSetting("TimerRooms:DataDirectory", Path.Combine(app.DataDirectory, "faulty"));
            host.ConfigureServices(services => services.AddSingleton<IStartupFilter, Throwing>());
        });

        using var answer = await faulty.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost/") }).GetAsync("/nothing");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        var page = await answer.Read();
        Assert.Equal("Something went wrong", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("inner secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    /// <summary>Takes what the app has no page for.</summary>
    private sealed class Throwing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(_ => throw new InvalidOperationException("inner secret"));
        };
    }
}
