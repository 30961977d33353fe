using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using TimerRooms.Core.Live;

namespace TimerRooms.Web.Hosting.Warm;

/// <summary>
/// The server, that reads a viewer page itself before its port opens: else the first who comes after a start would wait for the
/// compiler. <see cref="WarmUp"/> does the rest.
/// </summary>
internal sealed partial class WarmServer(IServer server, RoomRegistry rooms, ILogger<WarmServer> log) : IServer
{
    /// <summary>A page that is read ahead, by us or by a browser, was not looked at by anyone.</summary>
    public static bool IsReadAhead(HttpContext context) => context.Request.Headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal);

    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        if (rooms.AnyViewToken() is { } token) await ReadAsync(application, $"/v/{token}");
        await server.StartAsync(application, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    private async Task ReadAsync<TContext>(IHttpApplication<TContext> application, string path) where TContext : notnull
    {
        var context = application.CreateContext(RequestFor(path));
        try
        {
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            StaysCold(log, e);
            application.DisposeContext(context, e);
        }
    }

    private static FeatureCollection RequestFor(string path)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Protocol = "HTTP/1.1",
            Scheme = Uri.UriSchemeHttp,
            Path = path,
            Headers = new HeaderDictionary { ["Host"] = "localhost", ["Sec-Purpose"] = "prefetch" },
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback, LocalIpAddress = IPAddress.Loopback });
        return features;
    }

    [LoggerMessage(LogLevel.Warning, "A page could not be read before the start; the first who comes may wait a little longer")]
    private static partial void StaysCold(ILogger log, Exception fault);
}
