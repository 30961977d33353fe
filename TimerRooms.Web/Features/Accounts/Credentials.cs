using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>Making accounts and changing their passwords. Every change ends the sign-ins from before it.</summary>
internal sealed partial class Credentials(
    UserManager<Account> users, TimerRoomsDb db, HashingTurns hashing, AccountWatch watch, FirstRun firstRun, DataDirectory data, ILogger<Credentials> log)
{
    private const int StampAttempts = 5;

    private static readonly SemaphoreSlim OneOwner = new(1, 1);

    public Task<Account?> FindAsync(ClaimsPrincipal principal) => users.GetUserAsync(principal);

    /// <summary>The first account. Null with an empty fault if somebody else was faster.</summary>
    public async Task<(Account? Owner, string? Fault)> CreateOwnerAsync(string email, string password)
    {
        await OneOwner.WaitAsync();
        try
        {
            if (!firstRun.IsOpen) return (null, null);
            var owner = new Account { UserName = email, Email = email, IsAdministrator = true };
            if (FaultOf(await hashing.RunAsync(() => users.CreateAsync(owner, password))) is { } fault) return (null, fault);
            OwnerMark.Set(data);
            firstRun.Close();
            OwnerCreated(email);
            return (owner, null);
        }
        finally
        {
            OneOwner.Release();
        }
    }

    public async Task<string?> ChangeAsync(Account account, string current, string next)
    {
        var fault = FaultOf(await hashing.RunAsync(() => users.ChangePasswordAsync(account, current, next)));
        if (fault is null) await ChangedAsync(account);
        return fault;
    }

    /// <summary>With the token of a one-time link.</summary>
    public async Task<string?> ResetAsync(Account account, string token, string next)
    {
        var fault = FaultOf(await hashing.RunAsync(() => users.ResetPasswordAsync(account, token, next)));
        if (fault is null) await ChangedAsync(account);
        return fault;
    }

    public async Task EndSignInsAsync(Account account)
    {
        for (var attempt = 1; await users.UpdateSecurityStampAsync(account) is { Succeeded: false } failed; attempt++)
        {
            if (attempt == StampAttempts) throw new InvalidOperationException($"The sign-ins did not end: {failed.Errors.First().Code}");
            await db.Entry(account).ReloadAsync();  // somebody else changed the account in between
        }
        await watch.ChangedAsync(account);
        SignInsEnded(account.Email);
    }

    private async Task ChangedAsync(Account account)
    {
        await watch.ChangedAsync(account);
        PasswordChanged(account.Email);
    }

    private static string? FaultOf(IdentityResult result) => result.Succeeded ? null : result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => "That is not the current password.",
        nameof(IdentityErrorDescriber.InvalidToken) => "This link has been used or is too old. Ask for a new one.",
        _ => result.Errors.First().Description,
    };

    [LoggerMessage(LogLevel.Information, "Owner created: {Account}")]
    private partial void OwnerCreated(string account);

    [LoggerMessage(LogLevel.Information, "Password changed, sign-ins ended: {Account}")]
    private partial void PasswordChanged(string? account);

    [LoggerMessage(LogLevel.Information, "Signed out everywhere: {Account}")]
    private partial void SignInsEnded(string? account);
}
