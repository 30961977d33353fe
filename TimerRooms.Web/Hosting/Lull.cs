namespace TimerRooms.Web.Hosting;

/// <summary>
/// Collects what changes have left behind while nobody waits for one: else every tenth change would wait for that while a
/// thousand pages are told of it. Why: docs/decisions/collect-in-a-lull.md.
/// </summary>
public sealed class Lull : IDisposable
{
    /// <summary>By then the last page has been told.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMilliseconds(40);

    /// <summary>In bytes: a third of what the runtime lets come together where processors have a cache as usual.</summary>
    public const long Enough = 12 << 20;

    private readonly TimeProvider clock;
    private readonly Func<(int Collections, long Allocated)> heap;
    private readonly Action collect;
    private readonly ITimer timer;
    private (int Collections, long Allocated) collected;
    private long busyAt;
    private int isAwaited;

    public Lull(TimeProvider clock) : this(clock, () => (GC.CollectionCount(0), GC.GetTotalAllocatedBytes()), () => GC.Collect(0))
    {
    }

    /// <param name="heap">How often it was collected, by anyone, and how many bytes were allocated so far.</param>
    internal Lull(TimeProvider clock, Func<(int Collections, long Allocated)> heap, Action collect)
    {
        (this.clock, this.heap, this.collect) = (clock, heap, collect);
        timer = clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        collected = heap();
    }

    /// <summary>A page is being told of a change. Called for each, so it does next to nothing.</summary>
    public void Busy()
    {
        Volatile.Write(ref busyAt, clock.GetTimestamp());
        if (Volatile.Read(ref isAwaited) == 0 && Interlocked.Exchange(ref isAwaited, 1) == 0) timer.Change(After, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var left = After - clock.GetElapsedTime(Volatile.Read(ref busyAt));
        if (left > TimeSpan.Zero)
        {
            timer.Change(left, Timeout.InfiniteTimeSpan);
            return;
        }
        Volatile.Write(ref isAwaited, 0);
        CollectIfWorthIt();
    }

    private void CollectIfWorthIt()
    {
        var (collections, allocated) = heap();
        // after a collection of the runtime's own it is not known how much has come together since
        if (collections == collected.Collections && allocated - collected.Allocated < Enough) return;
        collect();
        collected = heap();
    }
}
