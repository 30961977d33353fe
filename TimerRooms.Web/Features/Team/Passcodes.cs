using Microsoft.AspNetCore.Identity;
using TimerRooms.Core.Accounts;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Features.Team;

/// <summary>Passcodes of links, hashed as passwords are, a few at once.</summary>
internal sealed class Passcodes(IPasswordHasher<Account> hasher, HashingTurns turns)
{
    public const int Shortest = 4, Longest = 64;

    private static readonly Account Nobody = new();

    public Task<string> HashAsync(string passcode) => turns.RunAsync(() => Task.FromResult(hasher.HashPassword(Nobody, passcode)));

    /// <summary>Takes as long without a hash as with one.</summary>
    public Task<bool> IsRightAsync(string? hash, string passcode) => turns.RunAsync(() => Task.FromResult(
        hasher.VerifyHashedPassword(Nobody, hash ?? DecoyPassword.Hash, passcode) != PasswordVerificationResult.Failed && hash is not null));
}
