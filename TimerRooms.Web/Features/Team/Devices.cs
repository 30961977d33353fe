using System.Security.Claims;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Web.Features.Team;

/// <summary>
/// Browsers of people without an account are known by one cookie with a random id, given with the first form they send. It stands
/// beside the account in the principal, and so reaches the circuit.
/// </summary>
internal sealed class Devices(SiteCookies cookies)
{
    private const string Claim = "device";

    private static readonly TimeSpan Life = Guests.Memory;

    private string Cookie => cookies.NameOf("device");

    public static string? IdOf(ClaimsPrincipal user) => user.FindFirstValue(Claim);

    /// <summary>Whom the request comes from is known from here on.</summary>
    public void Recognise(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { Length: Tokens.Length } secret) Add(context, secret);
    }

    /// <summary>What this browser is known by; it is given a cookie if it has none.</summary>
    public string Ensure(HttpContext context)
    {
        if (IdOf(context.User) is { } known) return known;
        var secret = Tokens.New();
        context.Response.Cookies.Append(Cookie, secret, cookies.Options(context, Life));
        return Add(context, secret);
    }

    private static string Add(HttpContext context, string secret)
    {
        var id = Tokens.HashOf(secret);
        context.User.AddIdentity(new ClaimsIdentity([new Claim(Claim, id)]));
        return id;
    }
}

internal static class Visitors
{
    public static void UseDevices(this WebApplication app)
    {
        var devices = app.Services.GetRequiredService<Devices>();
        app.Use((context, next) =>
        {
            devices.Recognise(context);
            return next(context);
        });
    }

    /// <summary>Who this is to Core. An account is called by its address without the part that says where it is.</summary>
    public static Visitor ToVisitor(this ClaimsPrincipal user) =>
        new(user.AccountId(), user.AccountId() is null ? null : user.Identity?.Name?.Split('@')[0], Devices.IdOf(user));
}
