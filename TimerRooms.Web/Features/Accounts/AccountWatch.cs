using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// Which sign-ins of an account still hold. Each carries the security stamp of its day; changing the stamp ends them all. The
/// stamps are kept in memory, so that asking with every request and every 10 s from each circuit costs nothing.
/// </summary>
public sealed class AccountWatch(IDbContextFactory<TimerRoomsDb> contexts)
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>Names one sign-in of one browser, so that signing out there ends its open pages and no other's.</summary>
    internal const string SignInClaim = "sign-in";

    private readonly ConcurrentDictionary<string, string> stamps = new();
    private readonly ConcurrentDictionary<string, bool> left = new();  // sign-ins that were signed out since the start
    private readonly ConcurrentDictionary<Guid, Action> watchers = new();

    /// <summary>False too for someone who never signed in.</summary>
    public async ValueTask<bool> IsCurrentAsync(ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && principal.FindFirstValue(StampClaim) is { } stamp
        && !left.ContainsKey(principal.FindFirstValue(SignInClaim) ?? "")
        && stamp == (stamps.GetValueOrDefault(id) ?? await LoadAsync(id));

    /// <summary>Calls back after sign-ins of any account ended, never on the thread of whoever ended them.</summary>
    public IDisposable Watch(Action look)
    {
        var key = Guid.NewGuid();
        watchers[key] = look;
        return new Watching(watchers, key);
    }

    /// <summary>The account's stamp changed: sign-ins from before are over.</summary>
    internal void Changed(Account account)
    {
        stamps[account.Id] = account.SecurityStamp ?? "";
        Tell();
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

    private async Task<string?> LoadAsync(string id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var stamp = await db.Users.Where(account => account.Id == id).Select(account => account.SecurityStamp).SingleOrDefaultAsync();
        return stamp is null ? null : stamps.GetOrAdd(id, stamp);  // what changed meanwhile stays
    }

    private sealed class Watching(ConcurrentDictionary<Guid, Action> watchers, Guid key) : IDisposable
    {
        public void Dispose() => watchers.TryRemove(key, out _);
    }
}
