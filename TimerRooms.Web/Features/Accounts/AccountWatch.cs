using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// Which sign-ins of an account still hold. Each carries the security stamp of its day; changing the stamp ends them all, and so
/// does disabling the account. How accounts stand is kept in memory, so that asking with every request and every 10 s from each
/// circuit costs nothing.
/// </summary>
public sealed class AccountWatch(IDbContextFactory<TimerRoomsDb> contexts) : IDisposable
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>Names one sign-in of one browser, so that signing out there ends its open pages and no other's.</summary>
    internal const string SignInClaim = "sign-in";

    private readonly ConcurrentDictionary<string, Standing> standings = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly ConcurrentDictionary<string, bool> left = new();  // sign-ins that were signed out since the start
    private readonly ConcurrentDictionary<Guid, Action> watchers = new();

    /// <summary>False too for someone who never signed in.</summary>
    public async ValueTask<bool> IsCurrentAsync(ClaimsPrincipal principal) => await StandingOfAsync(principal) is not null;

    /// <summary>Signed in, and an administrator at this very moment.</summary>
    public async ValueTask<bool> IsAdministratorAsync(ClaimsPrincipal principal) => await StandingOfAsync(principal) is { IsAdministrator: true };

    /// <summary>Calls back after sign-ins of any account ended, never on the thread of whoever ended them.</summary>
    public IDisposable Watch(Action look)
    {
        var key = Guid.NewGuid();
        watchers[key] = look;
        return new Watching(watchers, key);
    }

    public void Dispose() => reading.Dispose();

    /// <summary>Something about the account was saved: sign-ins that no longer hold are over.</summary>
    internal async Task ChangedAsync(Account account)
    {
        try
        {
            await ReadAsync(account.Id, anew: true);
        }
        finally
        {
            Tell();
        }
    }

    /// <summary>This one sign-in is over.</summary>
    internal void Left(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(SignInClaim) is not { } signIn) return;
        left[signIn] = true;
        Tell();
    }

    private void Tell()
    {
        foreach (var look in watchers.Values) _ = Task.Run(look);
    }

    private async ValueTask<Standing?> StandingOfAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || principal.FindFirstValue(StampClaim) is not { } stamp) return null;
        if (left.ContainsKey(principal.FindFirstValue(SignInClaim) ?? "")) return null;
        var standing = standings.GetValueOrDefault(id) ?? await ReadAsync(id);
        return standing is { IsDisabled: false } && standing.Stamp == stamp ? standing : null;
    }

    /// <summary>One at a time: what was read before a change must not be remembered after it.</summary>
    private async Task<Standing?> ReadAsync(string id, bool anew = false)
    {
        await reading.WaitAsync();
        try
        {
            if (anew) standings.TryRemove(id, out _);
            else if (standings.TryGetValue(id, out var known)) return known;
            await using var db = await contexts.CreateDbContextAsync();
            var read = await db.Users.Where(account => account.Id == id)
                .Select(account => new Standing(account.SecurityStamp, account.IsDisabled, account.IsAdministrator)).SingleOrDefaultAsync();
            return read is null ? null : standings[id] = read;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Standing(string? Stamp, bool IsDisabled, bool IsAdministrator);

    private sealed class Watching(ConcurrentDictionary<Guid, Action> watchers, Guid key) : IDisposable
    {
        public void Dispose() => watchers.TryRemove(key, out _);
    }
}
