using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Core.Live;

/// <summary>All rooms of this installation, in memory. Every change to one goes through its <see cref="LiveRoom"/>.</summary>
public sealed partial class RoomRegistry(
    RoomStore store, RoomJournal journal, Guests guests, Deadlines deadlines, GuestRoomSettings guestRooms, TimeProvider clock, ILogger<RoomRegistry> logger)
{
    public const int MostRoomsOfAnAccount = 1000;

    private static readonly Refusal Gone = new(RefusalKind.Gone, "That room is not there any more.");
    private static readonly Refusal Full = new(RefusalKind.Full, $"An account can have {MostRoomsOfAnAccount} rooms. Delete one first.");

    private readonly ConcurrentDictionary<Guid, LiveRoom> rooms = new();
    private readonly ConcurrentDictionary<string, (LiveRoom Room, Guid Link)> byToken = new();  // by the hash of what stands in a link
    private readonly ConcurrentDictionary<string, Watchers> owners = new();
    private readonly ConcurrentDictionary<Guid, ImmutableList<RoomMember>> membersOf = new();  // as they were last told
    private readonly SemaphoreSlim creating = new(1, 1);

    /// <summary>Reads all rooms from disk, once, at the start; zeros that passed meanwhile are then recorded.</summary>
    public async Task LoadAsync()
    {
        foreach (var room in await store.LoadAsync(clock.GetUtcNow())) Add(room);
        await guests.LoadAsync();
        LiveLog.Loaded(logger, rooms.Count);
        deadlines.Wake();
    }

    /// <summary>The room, if there is one that the actor may see; otherwise null, whatever the reason.</summary>
    public LiveRoom? Find(Guid id, Actor actor) =>
        rooms.TryGetValue(id, out var room) && room.Current.DeletedAt is null && RoomRights.MaySee(actor, room.Current, clock.GetUtcNow()) ? room : null;

    /// <summary>The room and what the visitor is to it, if they may see it; otherwise null, whatever the reason.</summary>
    public (LiveRoom Room, Actor Actor)? Find(Guid id, Visitor visitor)
    {
        if (!rooms.TryGetValue(id, out var room)) return null;
        var actor = guests.ActorIn(room.Current, visitor);
        return Find(id, actor) is null ? null : (room, actor);
    }

    /// <summary>The room and the open link that has this token; neither if there is none, whatever the reason.</summary>
    public (LiveRoom Room, RoomLink Link)? FindByToken(string token)
    {
        var hash = Tokens.HashOf(token);
        if (!byToken.TryGetValue(hash, out var known)) return null;
        if (known.Room.Current.Link(known.Link) is not { } link) byToken.TryRemove(hash, out _);  // revoked
        else if (known.Room.Current.DeletedAt is null && link.IsOpen(clock.GetUtcNow())) return (known.Room, link);
        return null;
    }

    /// <summary>What stands in the address of a link for viewers; null if it is none, or not open.</summary>
    public string? TokenOf(Guid roomId, Guid linkId) =>
        rooms.TryGetValue(roomId, out var room) && room.Current is { DeletedAt: null } current && current.Link(linkId) is { } link && link.IsOpen(clock.GetUtcNow()) ? link.Token : null;

    /// <summary>Nobody has a page of any room open.</summary>
    public bool AreEmpty => rooms.Values.All(room => room.Occupancy.EmptySince is not null);

    /// <summary>What stands in the address of some open link for viewers that asks for no passcode; null if there is none.</summary>
    public string? AnyViewToken() => rooms.Values.Select(room => room.Current.ViewLink is { PasscodeHash: null } link ? TokenOf(room.Current.Id, link.Id) : null).FirstOrDefault(token => token is not null);

    /// <summary>The room and its link by what stands in the address, if the link is one for viewers.</summary>
    public (LiveRoom Room, RoomLink Link)? FindViewer(string token) => FindByToken(token) is { Link.Token: not null } found ? found : null;

    /// <summary>The account's rooms by name, without the deleted ones.</summary>
    public IReadOnlyList<LiveRoom> OwnedBy(string accountId) =>
        [.. rooms.Values.Where(room => room.Current.OwnerId == accountId && room.Current.DeletedAt is null)
            .OrderBy(room => room.Current.Name, StringComparer.OrdinalIgnoreCase).ThenBy(room => room.Current.Id)];

    /// <summary>The rooms of others that are shared with the account, by name.</summary>
    public IReadOnlyList<LiveRoom> SharedWith(string accountId) =>
        [.. rooms.Values.Where(room => room.Current.DeletedAt is null && room.Current.Members.Exists(member => member.AccountId == accountId))
            .OrderBy(room => room.Current.Name, StringComparer.OrdinalIgnoreCase).ThenBy(room => room.Current.Id)];

    /// <summary>Calls after each change to any of the account's rooms or of those shared with it, or to who is watching one.</summary>
    public IDisposable WatchAll(string accountId, Func<Task> look) => OwnerWatchers(accountId).Watch(look);

    public int WatcherCountOf(string accountId) => OwnerWatchers(accountId).Count;

    /// <summary>Makes a room with the timers of another one or of a template.</summary>
    /// <returns>Null and why not, or the new room's id.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> CreateAsync(string name, Actor actor, Guid? copyOf = null, RoomTemplate template = RoomTemplate.Blank)
    {
        await creating.WaitAsync();
        try
        {
            if (HasFullAccount(actor)) return (null, Full);
            var original = copyOf is { } id ? Find(id, actor)?.Current : null;
            if (copyOf is not null && original is null) return (null, Gone);

            var ids = (original?.Timers ?? RoomTemplates.TimersOf(template)).ConvertAll(_ => Guid.CreateVersion7());
            var decision = RoomRules.Create(Guid.CreateVersion7(), name, actor, clock.GetUtcNow(), original, ids, template);
            return decision.Refusal is { } refusal ? (null, refusal) : await SaveNewAsync(decision);
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>Brings a deleted room back.</summary>
    public async Task<Refusal?> RestoreAsync(Guid id, Actor actor)
    {
        if (!rooms.TryGetValue(id, out var room) || !RoomRights.MaySee(actor, room.Current, clock.GetUtcNow())) return Gone;
        await creating.WaitAsync();
        try
        {
            return room.Current.DeletedAt is not null && HasFullAccount(actor) ? Full : await room.ExecuteAsync(new RestoreRoom(), actor);
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>Carries out a command of the server itself in every room; gives back the rooms that could not save it.</summary>
    internal Task<IReadOnlyList<LiveRoom>> ExecuteInAllAsync(RoomCommand command) => ExecuteInAsync([.. rooms.Values], command);

    internal static async Task<IReadOnlyList<LiveRoom>> ExecuteInAsync(IReadOnlyList<LiveRoom> rooms, RoomCommand command)
    {
        var unsaved = new List<LiveRoom>();
        foreach (var room in rooms)
            if (await room.ExecuteAsync(command, Actor.Server) is { Kind: RefusalKind.NotSaved }) unsaved.Add(room);
        return unsaved;
    }

    private bool HasFullAccount(Actor actor) => actor.AccountId is { } account && OwnedBy(account).Count >= MostRoomsOfAnAccount;

    private async Task<(Guid? Id, Refusal? Refusal)> SaveNewAsync(Decision decision)
    {
        try
        {
            await journal.AppendAsync(decision.Next, decision.Change!);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LiveLog.NotSaved(logger, decision.Next.Id, nameof(CreateRoom), e);
            _ = AdoptAsync(decision.Next.Id);
            return (null, new(RefusalKind.NotSaved, "The room could not be saved. Try again in a moment."));
        }
        Changed(Add(decision.Next));
        return (decision.Next.Id, null);
    }

    /// <summary>A write that failed late may have reached the disk all the same: then the room is there, now and not only after a restart.</summary>
    private async Task AdoptAsync(Guid id)
    {
        try
        {
            if (await journal.ReadBackAsync(id) is { } room) Changed(Add(room));
        }
        catch (TimeoutException)
        {
            await AdoptAsync(id);  // the disk is still at it
        }
        catch (Exception e)
        {
            LiveLog.NotReadBack(logger, id, e);
        }
    }

    private LiveRoom Add(Room room)
    {
        // a room outlives the page that made it, and must not keep that page's context
        using var unlinked = ExecutionContext.SuppressFlow();
        var live = new LiveRoom(room, journal, clock, Changed, deadlines.PlanRetry, guestRooms.GoesAfter, logger);
        live.Occupancy.Changed += () => deadlines.Plan(live);
        live.Presence.Watch(() => { Signal(live); return Task.CompletedTask; });
        live.People.Changed += () => deadlines.Plan(live);
        rooms[room.Id] = live;
        Index(live);
        return live;
    }

    private void Changed(LiveRoom room)
    {
        Index(room);
        Signal(room);
        if (room.Current is { Temporary: not null, DeletedAt: not null }) Forget(room.Current);
    }

    /// <summary>Tells everyone who has the room on their list, and who had it before.</summary>
    private void Signal(LiveRoom room)
    {
        var members = room.Current.Members;
        var before = membersOf.GetValueOrDefault(room.Current.Id, []);
        membersOf[room.Current.Id] = members;
        foreach (var account in members.Union(before).Select(member => member.AccountId).Append(room.Current.OwnerId).Distinct()) OwnerWatchers(account).Signal();
    }

    private void Index(LiveRoom room)
    {
        foreach (var link in room.Current.Links) byToken[link.Hash] = (room, link.Id);
        deadlines.Plan(room);
    }

    private Watchers OwnerWatchers(string accountId) => owners.GetOrAdd(accountId, _ => new Watchers(logger));
}
