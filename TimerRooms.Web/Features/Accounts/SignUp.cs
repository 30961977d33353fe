using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>The page behind an invitation: opening it spends nothing, sending its form makes the account and signs this browser in.</summary>
internal sealed partial class SignUp(
    Invitations invitations, UserManager<Account> users, TimerRoomsDb db, HashingTurns hashing, SignIns signIns, SignInThrottle throttle,
    IHttpContextAccessor http, ILogger<SignUp> log)
{
    private const int ConstraintFailed = 19;
    private const string Taken = "That e-mail address has an account already. Sign in with it, or use another one.";

    public async Task<SignUpOutcome> LookAsync(string token)
    {
        var address = ClientAddress.Of(http.HttpContext!);
        var key = $"invitation {address}";
        if (throttle.Take(key) is var wait && wait > TimeSpan.Zero) return new SignUpOutcome { Wait = wait };
        if (await invitations.FindAsync(token) is not { } invitation)
        {
            Refused(address);
            return SignUpOutcome.Gone;
        }
        throttle.Return(key);
        return new SignUpOutcome { Invitation = invitation };
    }

    public async Task<SignUpOutcome> TryAsync(string token, string email, string password)
    {
        var found = await LookAsync(token);
        if (found.Invitation is not { } invitation) return found;
        var (emailFault, passwordFault) = (EmailRules.Accepts(email) ? null : "Enter an e-mail address.", PasswordRules.FaultOf(password, email));
        if (emailFault is not null || passwordFault is not null) return found with { EmailFault = emailFault, PasswordFault = passwordFault };

        var account = new Account { UserName = email, Email = email, IsAdministrator = invitation.IsAdministrator };
        if (await CreateAsync(account, password, invitation) is { } fault)
        {
            db.ChangeTracker.Clear();  // the invitation stays
            return await invitations.FindAsync(token) is null ? SignUpOutcome.Gone : found with { EmailFault = fault };
        }
        Created(email, Roles.Of(account.IsAdministrator), invitation.InvitedBy, invitation.For);
        await signIns.EnterAsync(account);
        return found with { Succeeded = true };
    }

    /// <summary>Account and invitation are saved as one: of several at once, all but the first find it gone, and make nothing.</summary>
    private async Task<string?> CreateAsync(Account account, string password, InvitationRow invitation)
    {
        db.Invitations.Remove(invitation);
        try
        {
            var result = await hashing.RunAsync(() => users.CreateAsync(account, password));
            if (result.Succeeded) return null;
            return result.Errors.First() is { Code: not (nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail)) } other
                ? other.Description
                : Taken;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed })
        {
            return Taken;  // somebody was faster, with this address or with this very invitation
        }
    }

    [LoggerMessage(LogLevel.Information, "Account created: {Account} as {Role}, invited by {Administrator} for {Whom}")]
    private partial void Created(string account, string role, string administrator, string whom);

    [LoggerMessage(LogLevel.Warning, "Invitation refused: no such one, asked from {Address}")]
    private partial void Refused(string address);
}
