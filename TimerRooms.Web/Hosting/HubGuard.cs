using Microsoft.AspNetCore.Http.Features;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Hosting;

/// <summary>
/// Who may open a circuit: a page of our own, over a WebSocket. A browser names the page's origin with every WebSocket and
/// every POST of a script, so a missing origin is refused like a foreign one; other clients can send it.
/// </summary>
internal static partial class HubGuard
{
    private const int LongestShown = 200;

    private static readonly PathString Hub = "/_blazor";

    public static void UseHubGuard(this WebApplication app)
    {
        app.UseWebSockets();
        var settings = app.Services.GetRequiredService<TimerRoomsSettings>();
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(Hub, out var rest)) return next(context);
            if (Refusal(context, rest, settings) is not { } status)
            {
                LiftBodyLimit(context);
                return next(context);
            }
            Refused(app.Logger, status, Shown(context.Request.Headers.Origin), ClientAddress.Of(context));
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    private static int? Refusal(HttpContext context, PathString rest, TimerRoomsSettings settings)
    {
        var isSocket = context.WebSockets.IsWebSocketRequest;
        var needsOrigin = isSocket || !HttpMethods.IsGet(context.Request.Method);
        if (!IsOwn(context.Request, settings, needsOrigin)) return StatusCodes.Status403Forbidden;
        // long polling would slip past the limit on sockets
        return !isSocket && (rest.Value is null or "" or "/") ? StatusCodes.Status400BadRequest : null;
    }

    private static bool IsOwn(HttpRequest request, TimerRoomsSettings settings, bool needsOrigin)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0) return !needsOrigin;
        return Is(origin, $"{request.Scheme}://{request.Host}") || (settings.PublicUrl is { } url && Is(origin, url.GetLeftPart(UriPartial.Authority)));
    }

    private static bool Is(string? origin, string own) => string.Equals(origin, own, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a page sends over its socket in hours is not one form.</summary>
    private static void LiftBodyLimit(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
    }

    private static string Shown(string? origin) => origin switch
    {
        null or "" => "no origin",
        { Length: > LongestShown } => origin[..LongestShown],
        _ => origin,
    };

    [LoggerMessage(LogLevel.Warning, "Connection refused ({Status}): a page of {Origin}, from {Address}")]
    private static partial void Refused(ILogger log, int status, string origin, string address);
}
