using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>One-time links that make an account. Of what stands in a link only the hash is kept; <see cref="SignUp"/> spends it.</summary>
internal sealed partial class Invitations(TimerRoomsDb db, WriteGate gate, ServerClock clock, ILogger<Invitations> log)
{
    /// <summary>By the wall clock, as people count days.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private DateTimeOffset Now => clock.GetUtcNow() + clock.WallOffset;

    /// <summary>Those that can still be used, the next to end first.</summary>
    public Task<List<InvitationRow>> OpenAsync()
    {
        var now = Now;
        return db.Invitations.AsNoTracking().Where(row => row.ExpiresAt > now).OrderBy(row => row.ExpiresAt).ToListAsync();
    }

    /// <summary>The one behind a link, if it can still be used. Looking spends nothing.</summary>
    public Task<InvitationRow?> FindAsync(string token)
    {
        var (hash, now) = (Tokens.HashOf(token), Now);
        return db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now);
    }

    /// <param name="whom">As cleaned by <see cref="Titles.Clean"/>.</param>
    /// <returns>The token for the link, which nobody can be told again, and until when it can be used.</returns>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> MakeAsync(string whom, bool asAdministrator, string by)
    {
        var (token, now) = (Tokens.New(), Now);
        await DeleteAsync(db.Invitations.Where(row => row.ExpiresAt <= now));
        db.Invitations.Add(new InvitationRow
        {
            TokenHash = Tokens.HashOf(token),
            For = whom,
            IsAdministrator = asAdministrator,
            InvitedBy = by,
            ExpiresAt = now + Life,
        });
        await db.SaveChangesAsync();
        Made(whom, Roles.Of(asAdministrator), by);
        return (token, now + Life);
    }

    /// <summary>Null if it was used, withdrawn or too old already.</summary>
    public async Task<InvitationRow?> WithdrawAsync(string hash, string by)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash);
        if (invitation is null || await DeleteAsync(db.Invitations.Where(row => row.TokenHash == hash)) == 0) return null;
        Withdrawn(invitation.For, by);
        return invitation;
    }

    /// <summary>Whatever is still there: deleting what somebody else just deleted is no fault.</summary>
    private async Task<int> DeleteAsync(IQueryable<InvitationRow> rows)
    {
        using var turn = await gate.EnterAsync();
        return await rows.ExecuteDeleteAsync();
    }

    [LoggerMessage(LogLevel.Information, "Invitation made: for {Whom} as {Role}, by {Administrator}")]
    private partial void Made(string whom, string role, string administrator);

    [LoggerMessage(LogLevel.Information, "Invitation withdrawn: for {Whom}, by {Administrator}")]
    private partial void Withdrawn(string whom, string administrator);
}
