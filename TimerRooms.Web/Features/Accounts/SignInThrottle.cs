namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// Ten tries in 60 s for each key (an account, an address, a known device); then a minute's wait that doubles with every
/// further try, up to 15 minutes. Half an hour without a try forgets all.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    public const int Tries = 10;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60), LongestWait = TimeSpan.FromMinutes(15), Memory = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Bucket> buckets = [];
    private DateTimeOffset tidiedAt;

    /// <summary>How many keys it has in memory.</summary>
    internal int Count => buckets.Count;

    /// <summary>Counts a try for each key, before it is known how it ends: many at once must not slip through.</summary>
    /// <returns>Zero to go ahead; else how long to wait, and nothing is counted.</returns>
    public TimeSpan Take(params IReadOnlyList<string> keys)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Tidy(now);
            var wait = keys.Max(key => Current(key, now).BlockedUntil - now);
            if (wait > TimeSpan.Zero) return wait;
            foreach (var key in keys) buckets[key] = Current(key, now).Count(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Gives the try back: it was the right password.</summary>
    public void Return(params IReadOnlyList<string> keys)
    {
        lock (gate)
        {
            foreach (var key in keys)
                if (buckets.TryGetValue(key, out var bucket)) buckets[key] = bucket.Return();
        }
    }

    private Bucket Current(string key, DateTimeOffset now) =>
        buckets.TryGetValue(key, out var bucket) && !bucket.IsForgotten(now) ? bucket : new Bucket(0, now, DateTimeOffset.MinValue);

    private void Tidy(DateTimeOffset now)
    {
        if (now - tidiedAt < Window) return;
        tidiedAt = now;
        foreach (var (key, bucket) in buckets)
            if (bucket.IsForgotten(now)) buckets.Remove(key);
    }

    private readonly record struct Bucket(int Taken, DateTimeOffset Since, DateTimeOffset BlockedUntil)
    {
        public bool IsForgotten(DateTimeOffset now) => Taken < Tries ? now - Since >= Window : now - BlockedUntil >= Memory;

        public Bucket Count(DateTimeOffset now) =>
            this with { Taken = Taken + 1, BlockedUntil = Taken + 1 < Tries ? BlockedUntil : now + Wait(Taken + 1 - Tries) };

        public Bucket Return() => this with { Taken = Math.Max(0, Taken - 1), BlockedUntil = DateTimeOffset.MinValue };

        private static TimeSpan Wait(int beyond) => beyond > 4 ? LongestWait : TimeSpan.FromTicks(Math.Min(Window.Ticks << beyond, LongestWait.Ticks));
    }
}
