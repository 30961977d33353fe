using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Core.Live;

/// <summary>Screens without a keyboard: each shows a code, until an owner says by it which link the screen shall follow.</summary>
public sealed class Displays(IDbContextFactory<TimerRoomsDb> databases, Guests guests, TimeProvider clock)
{
    public const int CodeLength = 6;

    /// <summary>As many screens may wait at once; whoever asks may make up screens.</summary>
    public const int MostWaiting = 1_000;

    /// <summary>How long a code lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";  // none that looks like another

    private static readonly Refusal NoSuchCode = new(RefusalKind.Gone, "No screen shows that code now. Look at the screen again: a code lives 10 minutes.");

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Device, DateTimeOffset Until)> waiting = [];  // by code
    private readonly ConcurrentDictionary<string, (Guid Room, Guid Link)> following = new();  // by device

    public async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        foreach (var row in await db.Displays.AsNoTracking().ToListAsync()) following[row.DeviceId] = (row.RoomId, row.LinkId);
    }

    /// <summary>The code that the screen shows now; null if too many wait.</summary>
    public string? CodeFor(string deviceId)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var (code, one) in waiting.ToList())
                if (one.Until <= now) waiting.Remove(code);
            if (waiting.FirstOrDefault(one => one.Value.Device == deviceId).Key is { } known) return known;
            if (waiting.Count >= MostWaiting) return null;
            string fresh;
            do fresh = RandomNumberGenerator.GetString(Letters, CodeLength);
            while (!waiting.TryAdd(fresh, (deviceId, now + Life)));
            return fresh;
        }
    }

    /// <summary>What the screen was told to follow; null if nothing, or not any more.</summary>
    public (Guid Room, Guid Link)? FollowedBy(string deviceId) => following.TryGetValue(deviceId, out var link) ? link : null;

    /// <summary>The screen with that code follows the link from now on, and is let in: nobody can type a passcode there.</summary>
    /// <param name="typed">As a person typed it, in any case and with spaces.</param>
    public async Task<Refusal?> PairAsync(string typed, Room room, Guid linkId, Actor actor)
    {
        var now = clock.GetUtcNow();
        if (RoomRights.RoleOf(actor, room, now) != RoomRole.Owner) return RoomRefusals.NotAllowed(actor, room, now);
        if (room.Link(linkId) is not { Token: not null } link) return new(RefusalKind.Gone, "That link is not there any more.");
        if (Take(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()) is not { } device) return NoSuchCode;

        await using var db = await databases.CreateDbContextAsync();
        if (await db.Displays.FindAsync(device) is { } row) (row.RoomId, row.LinkId) = (room.Id, linkId);
        else db.Displays.Add(new() { DeviceId = device, RoomId = room.Id, LinkId = linkId });
        await db.SaveChangesAsync();
        if (link.PasscodeHash is not null) await guests.LetInAsync(room.Id, link, device);
        following[device] = (room.Id, linkId);
        return null;
    }

    /// <summary>A code works once.</summary>
    private string? Take(string code)
    {
        lock (gate) return waiting.Remove(code, out var one) && one.Until > clock.GetUtcNow() ? one.Device : null;
    }
}
