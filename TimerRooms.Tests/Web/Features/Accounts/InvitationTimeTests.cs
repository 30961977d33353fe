using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Time;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class InvitationTimeTests
{
    [Fact]
    public async Task A_link_works_for_seven_days_and_then_gets_the_page_of_one_that_never_was()
    {
        await using var app = new TestApp(("TimerRooms:Owner:Email", TestApp.OwnerEmail), ("TimerRooms:Owner:Password", TestApp.OwnerPassword));
        var time = new ManualTime(Noon);
        await using var timed = app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.AddSingleton(new ServerClock(time, () => time.Uptime))));
        var client = timed.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        await client.SubmitAsync("/signin", ("Form.Email", TestApp.OwnerEmail), ("Form.Password", TestApp.OwnerPassword));
        var link = await client.InviteAsync("Ada");

        time.Suspend(TimeSpan.FromDays(7) - OneMinute);
        using var inTime = await client.GetAsync(link);
        time.Suspend(OneMinute);
        using var late = await client.GetAsync(link);
        using var unknown = await client.GetAsync($"/invite/{Tokens.New()}");

        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal((await unknown.Read()).VisibleText(), (await late.Read()).VisibleText());
        Assert.Empty((await client.PageAsync("/admin")).QuerySelectorAll("article[aria-label=Ada]"));
    }
}
