using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class FirstRunTests(Site site) : StageTests(site)
{
    [Theory]
    [InlineData("/"), InlineData("/signin"), InlineData("/account"), InlineData("/rooms"), InlineData("/v/abc"), InlineData("/nowhere")]
    public async Task Before_there_is_an_owner_every_page_leads_to_setup(string path)
    {
        var visitor = await VisitorAsync(await Fresh);
        await visitor.OpenAsync(path);
        Assert.EndsWith("/setup", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_code_makes_the_owner_and_closes_setup_for_good()
    {
        var server = Keep(await AppServer.StartFreshAsync());
        var owner = await VisitorAsync(server, "owner");
        await owner.OpenAsync("/");

        await owner.Account.SetUpAsync("AAAA-AAAA", AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(owner.Page.GetByText("That is not the setup code.")).ToBeVisibleAsync();

        await owner.Account.SetUpAsync(await server.SetupCodeAsync(), AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(owner.Page).ToHaveURLAsync($"{server.Address}/rooms");
        Assert.Equal(404, (await owner.OpenAsync("/setup")).Status);

        await server.KillAsync();
        await server.StartAsync();
        Assert.Equal(404, (await owner.OpenAsync("/setup")).Status);
        Assert.Equal(0, server.Log.Count("setup code"));
        await owner.OpenAsync("/rooms");
        await Expect(owner.Page).ToHaveURLAsync($"{server.Address}/rooms");
    }
}
