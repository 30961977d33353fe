using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

/// <summary>
/// How many viewer pages of a room are open, live or reading themselves again and again. Not part of the room: it is watched apart,
/// and told at most once in <see cref="Pace"/>, or a thousand joins would be a million pushes.
/// </summary>
public sealed class Presence
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    /// <summary>How long a page counts that read itself and then did not again: it does so every 5 s ± 25 %.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>As many pages count that only read themselves; whoever asks may make up names.</summary>
    public const int MostLeases = 2_000;

    private const int LongestName = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (Guid Link, long ReadAt)> leases = [];  // by the name of the page, with when it last read itself
    private readonly Dictionary<Guid, int> seatsOf = [];  // by link
    private readonly TimeProvider clock;
    private readonly ITimer expiry;
    private readonly PacedSignal signal;
    private int seats, leased;

    public Presence(TimeProvider clock, ILogger logger)
    {
        this.clock = clock;
        signal = new(clock, Pace, logger);
        expiry = clock.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Told at once, outside the lock, after a page came or went.</summary>
    internal event Action? Changed;

    public int Count => Volatile.Read(ref seats) + Volatile.Read(ref leased);

    public int WatcherCount => signal.WatcherCount;

    /// <summary>Counts a live page until the result is disposed.</summary>
    /// <param name="link">The link it came by.</param>
    /// <param name="page">The name under which it was counted before it was live.</param>
    public IDisposable Join(Guid link, string? page = null)
    {
        Sit(link, 1);
        if (page is not null) lock (gate) RemoveLease(page);
        Tell();
        return new Seat(this, link);
    }

    /// <summary>How many pages that came by the link are open.</summary>
    public int CountOf(Guid link)
    {
        lock (gate) return seatsOf.GetValueOrDefault(link) + leases.Values.Count(lease => lease.Link == link);
    }

    /// <summary>Counts a page that is not live, by a name of its own, for as long as <see cref="Lease"/>.</summary>
    public void Renew(Guid link, string page)
    {
        lock (gate)
        {
            var isKnown = leases.ContainsKey(page);
            if (page.Length > LongestName || (!isKnown && leases.Count >= MostLeases)) return;
            leases[page] = (link, clock.GetTimestamp());
            leased = leases.Count;
            if (isKnown) return;
            if (leased == 1) expiry.Change(Lease, Timeout.InfiniteTimeSpan);
        }
        Tell();
    }

    /// <inheritdoc cref="Watchers.Watch"/>
    public IDisposable Watch(Func<Task> look) => signal.Watch(look);

    private void Leave(Guid link)
    {
        Sit(link, -1);
        Tell();
    }

    private void Tell()
    {
        Changed?.Invoke();
        signal.Soon();
    }

    private void Sit(Guid link, int by)
    {
        lock (gate)
        {
            seats += by;
            if ((seatsOf[link] = seatsOf.GetValueOrDefault(link) + by) == 0) seatsOf.Remove(link);
        }
    }

    private void RemoveLease(string page)
    {
        leases.Remove(page);
        leased = leases.Count;
    }

    private void Expire()
    {
        lock (gate)
        {
            foreach (var (page, lease) in leases.ToList())
                if (clock.GetElapsedTime(lease.ReadAt) >= Lease) RemoveLease(page);
            if (leases.Count > 0) expiry.Change(UntilNextEnd(), Timeout.InfiniteTimeSpan);
        }
        Tell();
    }

    private TimeSpan UntilNextEnd()
    {
        var wait = Lease - clock.GetElapsedTime(leases.Values.Min(lease => lease.ReadAt));
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;  // time has gone on since they were looked through
    }

    private sealed class Seat(Presence presence, Guid link) : IDisposable
    {
        private Presence? taken = presence;

        public void Dispose() => Interlocked.Exchange(ref taken, null)?.Leave(link);
    }
}
