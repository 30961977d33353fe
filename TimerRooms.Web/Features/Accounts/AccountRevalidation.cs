using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>A circuit outlives the request that proved who it is: here it learns, at once and again every 10 s, that its sign-in ended.</summary>
internal sealed class AccountRevalidation : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly AccountWatch accounts;
    private readonly IDisposable watch;

    public AccountRevalidation(ILoggerFactory logs, AccountWatch accounts) : base(logs)
    {
        this.accounts = accounts;
        watch = accounts.Watch(() => _ = LookAsync());
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await accounts.IsCurrentAsync(authenticationState.User);

    protected override void Dispose(bool disposing)
    {
        watch.Dispose();
        base.Dispose(disposing);
    }

    private async Task LookAsync()
    {
        var state = await GetAuthenticationStateAsync();
        if (state.User.Identity is { IsAuthenticated: true } && !await accounts.IsCurrentAsync(state.User))
            SetAuthenticationState(Task.FromResult(Nobody));
    }
}
