using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TimerRooms.E2E.Testing;

/// <summary>What answers at the address of a server that is down, as a proxy in front of it does.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string health;
    private int pages;

    private StandIn(WebApplication app, string health) => (this.app, this.health) = (app, health);

    /// <summary>How often it was asked for a page.</summary>
    public int Pages => Volatile.Read(ref pages);

    /// <summary>Excuses itself for everything but <c>/health</c>, if something is said there.</summary>
    public static async Task<StandIn> StartAsync(AppServer server, string health = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, server.Port));
        var standIn = new StandIn(builder.Build(), health);
        standIn.app.Run(standIn.AnswerAsync);
        await standIn.app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var isHealth = context.Request.Path == "/health";
        if (isHealth && health.Length > 0) return context.Response.WriteAsync(health);
        if (context.Request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.Ordinal)) Interlocked.Increment(ref pages);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html><body><h1>503 Service Unavailable</h1></body></html>");
    }
}
