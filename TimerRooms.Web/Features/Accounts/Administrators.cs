using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>Who may open the host's pages. The account decides at that moment, not the cookie of its day; for all others the page is not there.</summary>
internal sealed partial class Administrators(AccountWatch accounts) : AuthorizationHandler<Administrators.Requirement>
{
    public const string Only = "administrators";

    public static Task HideAsync(RedirectContext<CookieAuthenticationOptions> refused)
    {
        var context = refused.HttpContext;
        Refused(context.RequestServices.GetRequiredService<ILogger<Administrators>>(), context.User.Identity?.Name, ClientAddress.Of(context));
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (await accounts.IsAdministratorAsync(context.User)) context.Succeed(requirement);
    }

    [LoggerMessage(LogLevel.Warning, "Page of administrators refused: {Account} from {Address}")]
    private static partial void Refused(ILogger log, string? account, string address);

    public sealed class Requirement : IAuthorizationRequirement;
}
