namespace TimerRooms.Web.Hosting;

/// <summary>How our cookies are named and sent: bound to this host and to https, unless the host allowed plain http on its network.</summary>
public sealed class SiteCookies(TimerRoomsSettings settings)
{
    public CookieSecurePolicy Secure => settings.InsecureLan ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    public string NameOf(string name) => settings.InsecureLan ? $"TimerRooms-{name}" : $"__Host-TimerRooms-{name}";

    /// <summary>For a cookie that is written by hand.</summary>
    public CookieOptions Options(HttpContext context, TimeSpan life) => new()
    {
        HttpOnly = true,
        Secure = !settings.InsecureLan || context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = life,
        IsEssential = true,
    };

    /// <summary>The browser would drop a sign-in over this connection: it is plain http, and not to this very device.</summary>
    public bool WouldBeDropped(HttpRequest request) => !settings.InsecureLan && !request.IsHttps && !LocalNames.Contains(request.Host.Host);
}
