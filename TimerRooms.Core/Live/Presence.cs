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
    private readonly Dictionary<string, long> leases = [];  // by the name of the page, when it last read itself
    private readonly TimeProvider clock;
    private readonly ITimer timer, expiry;
    private readonly Watchers watchers;
    private long? toldAt;
    private bool waiting;
    private int seats, leased;

    public Presence(TimeProvider clock, ILogger logger)
    {
        this.clock = clock;
        watchers = new Watchers(logger);
        timer = clock.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        expiry = clock.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count => Volatile.Read(ref seats) + Volatile.Read(ref leased);

    public int WatcherCount => watchers.Count;

    /// <summary>Counts a live page until the result is disposed.</summary>
    /// <param name="page">The name under which it was counted before it was live.</param>
    public IDisposable Join(string? page = null)
    {
        Interlocked.Increment(ref seats);
        if (page is not null) lock (gate) RemoveLease(page);
        Changed();
        return new Seat(this);
    }

    /// <summary>Counts a page that is not live, by a name of its own, for as long as <see cref="Lease"/>.</summary>
    public void Renew(string page)
    {
        lock (gate)
        {
            var isKnown = leases.ContainsKey(page);
            if (page.Length > LongestName || (!isKnown && leases.Count >= MostLeases)) return;
            leases[page] = clock.GetTimestamp();
            leased = leases.Count;
            if (isKnown) return;
            if (leased == 1) expiry.Change(Lease, Timeout.InfiniteTimeSpan);
        }
        Changed();
    }

    /// <inheritdoc cref="Watchers.Watch"/>
    public IDisposable Watch(Func<Task> look) => watchers.Watch(look);

    private void Leave()
    {
        Interlocked.Decrement(ref seats);
        Changed();
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
            foreach (var (page, readAt) in leases.ToList())
                if (clock.GetElapsedTime(readAt) >= Lease) RemoveLease(page);
            if (leases.Count > 0) expiry.Change(Lease - clock.GetElapsedTime(leases.Values.Min()), Timeout.InfiniteTimeSpan);
        }
        Changed();
    }

    private void Changed()
    {
        lock (gate)
        {
            if (waiting) return;
            waiting = true;
            var wait = toldAt is { } told ? Pace - clock.GetElapsedTime(told) : TimeSpan.Zero;
            timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        lock (gate)
        {
            waiting = false;
            toldAt = clock.GetTimestamp();
        }
        watchers.Signal();
    }

    private sealed class Seat(Presence presence) : IDisposable
    {
        private Presence? taken = presence;

        public void Dispose() => Interlocked.Exchange(ref taken, null)?.Leave();
    }
}
