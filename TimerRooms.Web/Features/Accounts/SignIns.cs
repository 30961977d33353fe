using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using TimerRooms.Core.Accounts;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>Signing in and out of one browser.</summary>
internal sealed partial class SignIns(
    SignInManager<Account> signIn, UserManager<Account> users, HashingTurns hashing, SignInThrottle throttle, KnownDevices devices,
    AccountWatch accounts, IHttpContextAccessor http, ILogger<SignIns> log)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");

    public async Task<SignInOutcome> TryAsync(string email, string password)
    {
        if (email.Length > EmailRules.Longest) return default;  // nobody's, and nothing to keep in memory
        var account = await users.FindByEmailAsync(email);
        var (shown, address) = (account?.Email ?? "an unknown account", ClientAddress.Of(Context));
        var keys = Keys(account, email, address);
        if (throttle.Take(keys) is var wait && wait > TimeSpan.Zero)
        {
            Throttled(shown, address, (int)wait.TotalSeconds);
            return new SignInOutcome(false, wait);
        }
        if (!await CheckAsync(account, password))
        {
            Refused(shown, address);
            return default;
        }
        throttle.Return(keys);
        await EnterAsync(account!);
        return new SignInOutcome(true, default);
    }

    /// <summary>Gives this browser the account's cookie.</summary>
    public async Task EnterAsync(Account account)
    {
        var properties = new AuthenticationProperties { IsPersistent = true };
        properties.Items[SignInCheck.Since] = SignInCheck.Clock.GetUtcNow().ToString("O");
        await signIn.SignInWithClaimsAsync(account, properties, [new Claim(AccountWatch.SignInClaim, Guid.NewGuid().ToString("N"))]);
        devices.Remember(Context, account.Id);
        SignedIn(account.Email, ClientAddress.Of(Context));
    }

    public async Task LeaveAsync()
    {
        var email = Context.User.Identity?.Name;
        await signIn.SignOutAsync();
        accounts.Left(Context.User);
        if (email is not null) SignedOut(email, ClientAddress.Of(Context));
    }

    /// <summary>Somebody asked for signing out, but not by a form of ours.</summary>
    public void Stay() => LeavingRefused(Context.User.Identity?.Name ?? "nobody", ClientAddress.Of(Context));

    private string[] Keys(Account? account, string email, string address) =>
        account is not null && devices.NameFor(Context, account.Id) is { } device
            ? [$"device {device}"]
            : [$"account {users.NormalizeEmail(email)}", $"address {address}"];

    private Task<bool> CheckAsync(Account? account, string password) => hashing.RunAsync(async () =>
    {
        // a disabled account is looked at last: it is refused as a wrong password is, and takes as long
        if (account is not null) return await users.CheckPasswordAsync(account, password) && !account.IsDisabled;
        users.PasswordHasher.VerifyHashedPassword(new Account(), DecoyPassword.Hash, password);
        return false;
    });

    [LoggerMessage(LogLevel.Information, "Signed in: {Account} from {Address}")]
    private partial void SignedIn(string? account, string address);

    [LoggerMessage(LogLevel.Information, "Signed out: {Account} from {Address}")]
    private partial void SignedOut(string account, string address);

    [LoggerMessage(LogLevel.Warning, "Sign-out refused, not by a form of ours: {Account} from {Address}")]
    private partial void LeavingRefused(string account, string address);

    [LoggerMessage(LogLevel.Warning, "Sign-in refused: {Account} from {Address}")]
    private partial void Refused(string account, string address);

    [LoggerMessage(LogLevel.Warning, "Sign-in throttled: {Account} from {Address}, for {Seconds} s")]
    private partial void Throttled(string account, string address, int seconds);
}
