namespace TimerRooms.Core.Live;

/// <summary>Since when nobody has a page of a room open, of any kind: live or reading itself, in the room by name or looking on.</summary>
public sealed class Occupancy
{
    private readonly Lock gate = new();
    private readonly Presence presence;
    private readonly People people;
    private readonly TimeProvider clock;
    private DateTimeOffset? emptySince;

    internal Occupancy(Presence presence, People people, TimeProvider clock)
    {
        (this.presence, this.people, this.clock) = (presence, people, clock);
        emptySince = clock.GetUtcNow();
        presence.Changed += Look;
        people.Changed += Look;
    }

    /// <summary>Told after the first page opened and after the last one closed, outside the lock.</summary>
    internal event Action? Changed;

    /// <summary>Null while a page is open; in the first place the moment this process came to know the room.</summary>
    public DateTimeOffset? EmptySince
    {
        get { lock (gate) return emptySince; }
    }

    /// <summary>A page of the room was read that nothing else tells of, as one without script.</summary>
    public void Seen()
    {
        lock (gate)
            if (emptySince is not null) emptySince = clock.GetUtcNow();
    }

    private void Look()
    {
        lock (gate)
        {
            var isEmpty = presence.Count == 0 && people.AreAllGone;
            if (isEmpty == emptySince is not null) return;
            emptySince = isEmpty ? clock.GetUtcNow() : null;
        }
        Changed?.Invoke();
    }
}
