using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>Looks at the cookie of each request: ended sign-ins are out at once, and every sign-in ends after 90 days.</summary>
internal static class SignInCheck
{
    public const string Since = "since";

    /// <summary>Sign-ins go by the wall clock, as browsers do: the clock of the timers does not follow it when it is set.</summary>
    public static readonly TimeProvider Clock = TimeProvider.System;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var isCurrent = context.Principal is { } principal && await services.GetRequiredService<AccountWatch>().IsCurrentAsync(principal);
        if (isCurrent && !IsTooOld(context.Properties, Clock.GetUtcNow()))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>The cookie is made anew once a minute from the account alone: what belongs to this sign-in is carried over.</summary>
    public static Task CarryOverAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(AccountWatch.SignInClaim) is { } signIn) ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaim(signIn.Clone());
        return Task.CompletedTask;
    }

    private static bool IsTooOld(AuthenticationProperties properties, DateTimeOffset now) =>
        !properties.Items.TryGetValue(Since, out var text)
        || !DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
        || now - since > Longest;
}
