using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Core.Live;

/// <summary>Which browsers were let in by which links, and the names their people gave. In memory whole, and on disk before it holds.</summary>
public sealed class Guests(IDbContextFactory<TimerRoomsDb> databases, TimeProvider clock)
{
    /// <summary>How long a browser is remembered that does not come again.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(400);

    private readonly ConcurrentDictionary<(Guid Room, string Device), ConcurrentDictionary<Guid, Grant>> grants = new();
    private readonly ConcurrentDictionary<string, string> names = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> used = new();  // by link

    public async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var oldest = clock.GetUtcNow() - Memory;
        db.Devices.RemoveRange(await db.Devices.Where(row => row.SeenAt < oldest).ToListAsync());
        db.Grants.RemoveRange(await db.Grants.Where(row => row.UsedAt < oldest).ToListAsync());
        if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync();
        foreach (var row in await db.Devices.AsNoTracking().Where(row => row.Name != null).ToListAsync()) names[row.Id] = row.Name!;
        foreach (var row in await db.Grants.AsNoTracking().ToListAsync())
        {
            GrantsOf(row.RoomId, row.DeviceId)[row.LinkId] = new(row.Epoch);
            used.AddOrUpdate(row.LinkId, row.UsedAt, (_, known) => known > row.UsedAt ? known : row.UsedAt);
        }
    }

    /// <summary>What the visitor is to a room: by account if that has a right to it, else by the best link that let this browser in.</summary>
    public Actor ActorIn(Room room, Visitor visitor)
    {
        var account = Named(visitor.ToActor("Someone"), room, visitor.Name ?? NameOf(visitor.DeviceId));
        var now = clock.GetUtcNow();
        if (visitor.DeviceId is null || RoomRights.RoleOf(account, room, now) is RoomRole.Owner or RoomRole.Editor) return account;

        var byLink = GrantsOf(room.Id, visitor.DeviceId).Select(grant => ByLink(account, room, grant.Key, grant.Value.Epoch));
        // among equals the one that says who they are
        return byLink.Append(account).MaxBy(actor => (RoomRights.RoleOf(actor, room, now), actor.LinkId is { } link && room.Link(link)?.Person is not null))!;
    }

    /// <summary>The visitor as the one who starts a room, in which nobody has a name yet.</summary>
    internal Actor MakerOf(Visitor visitor) => visitor.ToActor(visitor.Name ?? NameOf(visitor.DeviceId) ?? "Guest 1");

    /// <summary>Whether this browser gave the link's passcode, if it has one.</summary>
    public bool IsLetIn(Guid roomId, RoomLink link, string? deviceId) =>
        link.PasscodeHash is null || deviceId is not null && GrantsOf(roomId, deviceId).TryGetValue(link.Id, out var grant) && grant.Epoch == link.Epoch;

    /// <summary>Lets the browser in by the link, and says when it was used.</summary>
    public async Task LetInAsync(Guid roomId, RoomLink link, string deviceId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        if (await db.Grants.FindAsync(deviceId, link.Id) is { } row) (row.Epoch, row.UsedAt) = (link.Epoch, now);
        else db.Grants.Add(new() { DeviceId = deviceId, LinkId = link.Id, RoomId = roomId, Epoch = link.Epoch, UsedAt = now });
        await db.SaveChangesAsync();
        GrantsOf(roomId, deviceId)[link.Id] = new(link.Epoch);
        used[link.Id] = now;
    }

    public string? NameOf(string? deviceId) => deviceId is not null ? names.GetValueOrDefault(deviceId) : null;

    /// <summary>Keeps the name with the device. Without one it is <c>Guest 1</c>, <c>Guest 2</c>, … as is free in the room.</summary>
    public async Task NameAsync(string deviceId, string? name, Room room)
    {
        if (Titles.Clean(name ?? "") is not { } clean)
        {
            if (names.ContainsKey(deviceId)) return;
            clean = FreeGuestName(room);
        }
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Devices.FindAsync(deviceId) is { } row) (row.Name, row.SeenAt) = (clean, clock.GetUtcNow());
        else db.Devices.Add(new() { Id = deviceId, Name = clean, SeenAt = clock.GetUtcNow() });
        await db.SaveChangesAsync();
        names[deviceId] = clean;
    }

    /// <summary>When someone last came by the link; null if nobody did since this process began and no browser was let in by it.</summary>
    public DateTimeOffset? LastUseOf(Guid linkId) => used.TryGetValue(linkId, out var at) ? at : null;

    /// <summary>A page came by the link.</summary>
    public void Used(Guid linkId) => used[linkId] = clock.GetUtcNow();

    /// <summary>The room is gone for good.</summary>
    internal void Forget(Guid roomId)
    {
        foreach (var key in grants.Keys.Where(key => key.Room == roomId)) grants.TryRemove(key, out _);
    }

    private string FreeGuestName(Room room)
    {
        // whoever started it came by no link
        var taken = grants.Keys.Where(key => key.Room == room.Id).Select(key => NameOf(key.Device)).Append(NameOf(room.Temporary?.MakerDevice)).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(number => $"Guest {number}").First(name => !taken.Contains(name));
    }

    private static Actor ByLink(Actor visitor, Room room, Guid linkId, long epoch)
    {
        var actor = visitor with { LinkId = linkId, LinkEpoch = epoch };
        if (room.Link(linkId) is not { Person: { } person }) return actor;
        return Named(actor with { AccountId = null, PersonId = Actor.PersonOfLink(linkId) }, room, person);
    }

    private static Actor Named(Actor actor, Room room, string? name) =>
        actor with { Name = (actor.PersonId is { } person ? room.Rule(person)?.Name : null) ?? name ?? actor.Name };

    private ConcurrentDictionary<Guid, Grant> GrantsOf(Guid roomId, string deviceId) => grants.GetOrAdd((roomId, deviceId), _ => new());

    private readonly record struct Grant(long Epoch);
}
