using System.Security.Claims;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>The account page's form: asks for the old password, ends all other sign-ins, keeps this one.</summary>
internal sealed class PasswordChange(Credentials credentials, SignIns signIns, SignInThrottle throttle)
{
    public async Task<Outcome> TryAsync(ClaimsPrincipal principal, string current, string next)
    {
        if (await credentials.FindAsync(principal) is not { } account) return new Outcome { Fault = "This account is gone." };
        if (PasswordRules.FaultOf(next, account.Email ?? "") is { } weak) return new Outcome { NextFault = weak };

        var key = $"change {account.Id}";
        if (throttle.Take(key) is var wait && wait > TimeSpan.Zero) return new Outcome { Fault = new SignInOutcome(false, wait).WaitText };
        if (await credentials.ChangeAsync(account, current, next) is { } fault) return new Outcome { CurrentFault = fault };

        throttle.Return(key);
        await signIns.EnterAsync(account);
        return new Outcome { Succeeded = true };
    }

    public sealed record Outcome
    {
        public bool Succeeded { get; init; }
        public string? Fault { get; init; }
        public string? CurrentFault { get; init; }
        public string? NextFault { get; init; }
    }
}
