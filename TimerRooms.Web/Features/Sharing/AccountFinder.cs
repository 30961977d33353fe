using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Features.Sharing;

/// <summary>Finds the account someone wants to share a room with.</summary>
internal sealed class AccountFinder(IDbContextFactory<TimerRoomsDb> contexts, ILookupNormalizer normalizer)
{
    /// <summary>Its id and what it is called; null if nobody here has that address.</summary>
    public async Task<(string Id, string Name)?> FindAsync(string email)
    {
        var wanted = normalizer.NormalizeEmail(email.Trim());
        await using var db = await contexts.CreateDbContextAsync();
        var found = await db.Users.Where(account => account.NormalizedEmail == wanted && !account.IsDisabled).Select(account => new { account.Id, account.Email }).SingleOrDefaultAsync();
        return found is null ? null : (found.Id, found.Email!.Split('@')[0]);
    }
}
