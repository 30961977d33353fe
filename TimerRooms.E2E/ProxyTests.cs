using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class ProxyTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task Behind_a_proxy_that_ends_tls_links_name_the_public_address_and_every_cookie_is_secure()
    {
        var server = await OwnServerAsync();
        await using var proxy = await TlsProxy.StartAsync(server);
        var (owner, viewer) = (await GuestAsync("owner"), await GuestAsync("viewer"));
        await owner.OpenAsync($"{proxy.Address}/signin");
        await owner.Account.SignInAsync(AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(owner.Page).ToHaveURLAsync($"{proxy.Address}/rooms");
        await owner.Rooms.CreateAsync("Behind a proxy");
        await owner.Room.AddAsync("Talk", "10:00");
        await owner.Room.PressAsync("Share");

        var link = await owner.Room.ReadLinkAsync();
        Assert.StartsWith($"{proxy.Address}/v/", link.AbsoluteUri, StringComparison.Ordinal);
        await Expect(owner.Room.Share.GetByText("on this computer only")).ToHaveCountAsync(0);
        Assert.All(await owner.Context.CookiesAsync(), cookie => Assert.True(cookie.Secure, $"{cookie.Name} is not Secure"));
        Assert.True(server.Log.Count("from 203.0.113.9") > 0, "the log names the proxy instead of who signed in");

        await viewer.OpenAsync(link.AbsoluteUri);
        await viewer.Viewer.IsLiveAsync();
        await viewer.Viewer.Timer("Talk").ShowsAsync("10:00");

        Task<Person> GuestAsync(string name) =>
            VisitorAsync(server, name, new() { IgnoreHTTPSErrors = true }, nameof(Behind_a_proxy_that_ends_tls_links_name_the_public_address_and_every_cookie_is_secure));
    }
}
