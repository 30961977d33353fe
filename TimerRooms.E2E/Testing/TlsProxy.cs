using System.Net;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TimerRooms.E2E.Testing;

/// <summary>What stands in front of most installations: ends TLS for a public name, and passes on who asked for what.</summary>
public sealed class TlsProxy : IAsyncDisposable
{
    // browsers look for names under localhost on this machine
    private const string Host = "timers.localhost";

    private static readonly string[] OfThisHop = ["Connection", "Upgrade", "Transfer-Encoding", "Keep-Alive", "Host", "Content-Length"];

    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication app;
    private readonly AppServer server;

    private TlsProxy(WebApplication app, AppServer server) => (this.app, this.server) = (app, server);

    /// <summary>Whether it passes on what makes a request a WebSocket, as a proxy must be told to.</summary>
    public bool LetsSocketsThrough { get; set; } = true;

    public string Address => $"https://{Host}:{new Uri(app.Urls.First()).Port}";

    public static async Task<TlsProxy> StartAsync(AppServer server)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http1;
            listen.UseHttps(certificate);
        }));
        var proxy = new TlsProxy(builder.Build(), server);
        proxy.app.UseWebSockets();
        proxy.app.Run(context => context.WebSockets.IsWebSocketRequest && proxy.LetsSocketsThrough ? proxy.PassSocketAsync(context) : proxy.PassOrExcuseAsync(context));
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    /// <summary>While the server is down, a proxy answers with a page of its own.</summary>
    private async Task PassOrExcuseAsync(HttpContext context)
    {
        try
        {
            await PassAsync(context);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
        }
    }

    private async Task PassAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), Target(context, "http"));
        if (context.Request.ContentLength > 0) request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in Forwarded(context))
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray())) request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());

        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (!OfThisHop.Contains(name, StringComparer.OrdinalIgnoreCase)) context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task PassSocketAsync(HttpContext context)
    {
        using var behind = new ClientWebSocket();
        foreach (var (name, values) in Forwarded(context))
            if (!name.StartsWith("Sec-WebSocket", StringComparison.OrdinalIgnoreCase)) behind.Options.SetRequestHeader(name, values.ToString());
        await behind.ConnectAsync(Target(context, "ws"), context.RequestAborted);
        using var front = await context.WebSockets.AcceptWebSocketAsync();
        await Task.WhenAny(PumpAsync(front, behind), PumpAsync(behind, front));
    }

    private static async Task PumpAsync(WebSocket from, WebSocket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory(), default) is { MessageType: not WebSocketMessageType.Close } part)
                await to.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, default);
        }
        catch (WebSocketException)
        {
            // one side has gone; the other is let go of
        }
    }

    private Uri Target(HttpContext context, string scheme) => new($"{scheme}://127.0.0.1:{server.Port}{context.Request.Path}{context.Request.QueryString}");

    private static IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> Forwarded(HttpContext context) =>
        context.Request.Headers.Where(header => !OfThisHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).Concat(
        [
            new("X-Forwarded-Proto", "https"),
            new("X-Forwarded-Host", context.Request.Host.Value),
            new("X-Forwarded-For", "203.0.113.9"),
        ]);
}
