using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Live;

/// <summary>Rooms that anyone can start without an account, and that go by themselves.</summary>
public sealed partial class RoomRegistry
{
    private static readonly Refusal NotAllowed = new(RefusalKind.NotAllowed, "This server has no temporary rooms. Sign in to make a room.");

    private readonly GuestRoomStarts starts = new();

    private IEnumerable<Room> TemporaryRooms => rooms.Values.Select(room => room.Current).Where(room => room is { Temporary: not null, DeletedAt: null });

    /// <summary>Starts a temporary room of this browser.</summary>
    /// <param name="address">Who is counted as one.</param>
    /// <returns>Null and why not, or the new room's id.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> StartTemporaryAsync(Visitor maker, string address, RoomTemplate template)
    {
        if (!guestRooms.Allowed) return (null, NotAllowed);
        await creating.WaitAsync();
        try
        {
            if (starts.Refuse(address, TemporaryRooms.Select(room => room.Id).ToHashSet()) is { } full) return (null, full);
            var ids = RoomTemplates.TimersOf(template).ConvertAll(_ => Guid.CreateVersion7());
            var decision = RoomRules.CreateTemporary(Guid.CreateVersion7(), guests.MakerOf(maker), clock.GetUtcNow(), template, ids);
            if (decision.Refusal is { } refusal) return (null, refusal);
            starts.Note(decision.Next.Id, address);
            return await SaveNewAsync(decision);
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>Makes a temporary room one of its maker's account, for good.</summary>
    public async Task<Refusal?> SaveAsync(LiveRoom room, Actor actor)
    {
        await creating.WaitAsync();
        try
        {
            return room.Current.Temporary is not null && HasFullAccount(actor) ? Full : await room.ExecuteAsync(new SaveRoom(), actor);
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>It cannot come back: what is left of it lies on the disk until the next start.</summary>
    private void Forget(Room room)
    {
        rooms.TryRemove(room.Id, out _);
        foreach (var link in room.Links) byToken.TryRemove(link.Hash, out _);
        guests.Forget(room.Id);
    }
}
