using System.Security.Claims;

namespace TimerRooms.Web.Features.Accounts;

public static class AccountIdentity
{
    /// <summary>The id of the account that is signed in; null for everyone else.</summary>
    public static string? AccountId(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;
}
