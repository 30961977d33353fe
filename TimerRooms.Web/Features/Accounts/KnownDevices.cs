using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// Remembers in a long-lived cookie which accounts signed in on a device. Its tries are counted apart, so that a stranger who
/// guesses at an account cannot lock its owner out.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, SiteCookies cookies)
{
    private const int MostAccounts = 5;
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    private readonly IDataProtector protector = protection.CreateProtector("TimerRooms.KnownDevice");

    private string Cookie => cookies.NameOf("known");

    /// <summary>The device's own random name, if this account signed in on it before.</summary>
    public string? NameFor(HttpContext context, string accountId) =>
        Read(context) is [var device, .. var accounts] && accounts.Contains(accountId) ? device : null;

    public void Remember(HttpContext context, string accountId)
    {
        var (device, accounts) = Read(context) is [var known, .. var others] ? (known, others) : (RandomNumberGenerator.GetHexString(32), []);
        string[] parts = [device, .. accounts.Where(id => id != accountId).Prepend(accountId).Take(MostAccounts)];
        context.Response.Cookies.Append(Cookie, protector.Protect(string.Join('|', parts)), cookies.Options(context, Life));
    }

    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } text) return [];
        try
        {
            return protector.Unprotect(text).Split('|');
        }
        catch (CryptographicException)
        {
            return [];  // from another installation, or tampered with
        }
    }
}
