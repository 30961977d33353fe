using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace TimerRooms.Web.Hosting.Warm;

/// <summary>Visits to viewer pages of this server by itself: a page is read, made live, asked for the time, and closed, as by a browser.</summary>
/// <param name="site">Where the server is, as "http://localhost:5080".</param>
/// <param name="protocol">By which pages and circuits speak to each other.</param>
internal sealed class OwnVisit(string site, IHubProtocol protocol) : IDisposable
{
    private readonly HttpClient http = Client(site);

    public async Task PayAsync(string path, CancellationToken giveUp)
    {
        var page = await http.GetStringAsync(path, giveUp);
        string circuit;
        using (var socket = Socket())
        {
            await socket.ConnectAsync(new Uri($"ws{site["http".Length..]}/_blazor"), giveUp);
            circuit = await new OwnCircuit(socket, protocol, site, giveUp).RunAsync(path, page);
        }
        using var form = new FormUrlEncodedContent([new("circuitId", circuit)]);
        using var left = await http.PostAsync("/_blazor/disconnect", form, giveUp);
        left.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();

    private ClientWebSocket Socket()
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", site);
        socket.Options.Proxy = null;
        return socket;
    }

    private static HttpClient Client(string site)
    {
        // what is set for the way out of this machine is not for the way to oneself
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = new Uri(site) };
        client.DefaultRequestHeaders.Add("Origin", site);
        client.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch");  // nobody looks at it
        return client;
    }
}
