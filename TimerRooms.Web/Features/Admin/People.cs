using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Live;
using TimerRooms.Core.Storage;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Admin;

/// <summary>The accounts, and what an administrator may do to them. There is always one who is active.</summary>
internal sealed partial class People(UserManager<Account> users, TimerRoomsDb db, AccountWatch watch, RoomRegistry rooms, ILogger<People> log)
{
    // two administrators could else demote each other at the same moment
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private static readonly Notice NotAllowed = Error("You are not an administrator any more.");
    private static readonly Notice Unknown = Error("That account is not there.");
    private static readonly Notice Last = Error("You are the only active administrator. Make somebody else an administrator first.");

    public async Task<IReadOnlyList<Person>> ListAsync()
    {
        var accounts = await db.Users.AsNoTracking().OrderBy(account => account.NormalizedEmail).ToListAsync();
        return accounts.ConvertAll(account =>
            new Person(account.Id, account.Email ?? "", account.IsAdministrator, account.IsDisabled, rooms.OwnedBy(account.Id).Count));
    }

    public Task<Notice> DisableAsync(ClaimsPrincipal by, string id) => ActAsync(by, id, async (administrator, account) =>
    {
        if (!await IsAnotherActiveAsync(account)) return Last;
        account.IsDisabled = true;
        await WithdrawInvitationsOfAsync(account);
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded) return ChangedMeanwhile(account);
        Disabled(account.Email, administrator.Email);
        return new Notice($"{account.Email} cannot sign in any more, and open pages have ended. Rooms and viewer links go on.");
    });

    public Task<Notice> EnableAsync(ClaimsPrincipal by, string id) => ActAsync(by, id, async (administrator, account) =>
    {
        account.IsDisabled = false;
        if (!(await users.UpdateAsync(account)).Succeeded) return ChangedMeanwhile(account);
        Enabled(account.Email, administrator.Email);
        return new Notice($"{account.Email} can sign in again.");
    });

    public Task<Notice> PromoteAsync(ClaimsPrincipal by, string id) => ActAsync(by, id, async (administrator, account) =>
    {
        account.IsAdministrator = true;
        if (!(await users.UpdateAsync(account)).Succeeded) return ChangedMeanwhile(account);
        Promoted(account.Email, administrator.Email);
        return new Notice($"{account.Email} is an administrator now.");
    });

    public Task<Notice> DemoteAsync(ClaimsPrincipal by, string id) => ActAsync(by, id, async (administrator, account) =>
    {
        if (!await IsAnotherActiveAsync(account)) return Last;
        account.IsAdministrator = false;
        await WithdrawInvitationsOfAsync(account);
        if (!(await users.UpdateAsync(account)).Succeeded) return ChangedMeanwhile(account);
        Demoted(account.Email, administrator.Email);
        return new Notice($"{account.Email} is a member now.");
    });

    /// <summary>The path of a one-time link to the page for a new password.</summary>
    public async Task<(string? Path, Notice Notice)> MakeResetLinkAsync(ClaimsPrincipal by, string id)
    {
        string? path = null;
        var notice = await ActAsync(by, id, async (administrator, account) =>
        {
            if (account.IsDisabled) return Error($"{account.Email} is disabled. Enable the account first.");
            path = await PasswordReset.MakePathAsync(users, account);
            ResetLinkMade(account.Email, administrator.Email);
            return new Notice($"Send this link to {account.Email}. It works once, for an hour, and is not shown again.");
        });
        return (path, notice);
    }

    /// <summary>One act after the other, of someone who is an administrator at that moment.</summary>
    private async Task<Notice> ActAsync(ClaimsPrincipal by, string id, Func<Account, Account, Task<Notice>> act)
    {
        await OneAtATime.WaitAsync();
        try
        {
            db.ChangeTracker.Clear();  // what this request read before may be old by now
            if (await users.GetUserAsync(by) is not { IsAdministrator: true, IsDisabled: false } administrator) return NotAllowed;
            if (await users.FindByIdAsync(id) is not { } account) return Unknown;
            var notice = await act(administrator, account);
            if (!notice.IsError) await watch.ChangedAsync(account);
            return notice;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private Task<bool> IsAnotherActiveAsync(Account account) =>
        users.Users.AnyAsync(other => other.Id != account.Id && other.IsAdministrator && !other.IsDisabled);

    /// <summary>Saved with the account: nobody comes back by an invitation they made before.</summary>
    private async Task WithdrawInvitationsOfAsync(Account account) =>
        db.Invitations.RemoveRange(await db.Invitations.Where(invitation => invitation.InvitedBy == account.Email).ToListAsync());

    private static Notice ChangedMeanwhile(Account account) => Error($"{account.Email} was changed at the same moment. Try again.");

    private static Notice Error(string text) => new(text, isError: true);

    [LoggerMessage(LogLevel.Information, "Account disabled, sign-ins ended: {Account}, by {Administrator}")]
    private partial void Disabled(string? account, string? administrator);

    [LoggerMessage(LogLevel.Information, "Account enabled: {Account}, by {Administrator}")]
    private partial void Enabled(string? account, string? administrator);

    [LoggerMessage(LogLevel.Information, "Account made administrator: {Account}, by {Administrator}")]
    private partial void Promoted(string? account, string? administrator);

    [LoggerMessage(LogLevel.Information, "Account made member: {Account}, by {Administrator}")]
    private partial void Demoted(string? account, string? administrator);

    [LoggerMessage(LogLevel.Information, "Reset link made: for {Account}, by {Administrator}")]
    private partial void ResetLinkMade(string? account, string? administrator);
}
