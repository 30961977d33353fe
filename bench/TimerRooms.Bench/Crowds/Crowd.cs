using System.Diagnostics;
using TimerRooms.Bench.Pages;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Crowds;

/// <summary>Pages that are open together.</summary>
public sealed class Crowd : IDisposable
{
    private static readonly TimeSpan LiveWithin = TimeSpan.FromSeconds(60);

    private readonly List<Page> pages = [];
    private readonly List<double> joins = [];
    private TaskCompletionSource expected = new();
    private int awaited;

    public IReadOnlyList<Page> Pages => pages;

    /// <summary>How many milliseconds each took from its first request until it was live.</summary>
    public IReadOnlyList<double> Joins => joins;

    /// <summary>Opens so many pages more, no more than some at once.</summary>
    /// <param name="make">Given the number of the page.</param>
    public async Task ComeAsync(TestedServer server, int count, int atOnce, Func<int, Page> make)
    {
        var (next, first) = (pages.Count, pages.Count);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next) - 1) < first + count) await JoinAsync(server, make(number));
        }));
    }

    /// <summary>Opens one page more.</summary>
    public async Task JoinAsync(TestedServer server, Page page)
    {
        var since = Stopwatch.GetTimestamp();
        await server.OpenAsync(page);
        await page.Live.WaitAsync(LiveWithin);
        page.OnUpdate = Count;
        lock (pages)
        {
            pages.Add(page);
            joins.Add(Stopwatch.GetElapsedTime(since, page.LiveAt).TotalMilliseconds);
        }
    }

    /// <summary>All go, as closed tabs do.</summary>
    public async Task LeaveAsync(int atOnce = 8)
    {
        var left = new Queue<Page>(pages);
        pages.Clear();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (Next(left) is { } page) await page.LeaveAsync();
        }));
    }

    /// <summary>From now on, so many updates are awaited.</summary>
    public void Expect(int updates)
    {
        expected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref awaited, updates);
    }

    /// <summary>Whether they have all come in this time.</summary>
    public async Task<bool> AllAsync(TimeSpan within)
    {
        try
        {
            await expected.Task.WaitAsync(within);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Without a goodbye.</summary>
    public void Dispose()
    {
        foreach (var page in pages) page.Dispose();
    }

    private static Page? Next(Queue<Page> left)
    {
        lock (left) return left.TryDequeue(out var page) ? page : null;
    }

    private void Count()
    {
        if (Interlocked.Decrement(ref awaited) == 0) expected.TrySetResult();
    }
}
