using Microsoft.AspNetCore.StaticAssets;

namespace TimerRooms.Web.Hosting;

/// <summary>The headers every response carries, static files and errors included.</summary>
internal static class SecurityHeaders
{
    // base-uri 'self', not 'none': Blazor needs its base element
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
        "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Permissions =
        "fullscreen=(self), screen-wake-lock=(self), autoplay=(self), clipboard-write=(self), " +
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()";

    private const string OneYear = "max-age=31536000; includeSubDomains";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // at the last moment, so that neither a cleared response (errors) nor a later part can take them away
        context.Response.OnStarting(() => { Set(context); return Task.CompletedTask; });
        return next(context);
    });

    public static void UseNoTrace(this WebApplication app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsTrace(context.Request.Method)) return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (IsSecureSite(context.Request)) headers.StrictTransportSecurity = OneYear;
        if (!IsStaticFile(context)) headers.CacheControl = "no-store";
    }

    // a browser told so about localhost would refuse every other program there
    private static bool IsSecureSite(HttpRequest request) => request.IsHttps && !LocalNames.Contains(request.Host.Host);

    private static bool IsStaticFile(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
