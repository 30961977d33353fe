using TimerRooms.Bench.Pages;

namespace TimerRooms.Bench.Servers;

/// <summary>One of the two that are compared, running.</summary>
public abstract class TestedServer : IAsyncDisposable
{
    public abstract Side Side { get; }

    public ServerProcess Process { get; protected set; } = null!;  // set by whoever starts it

    /// <summary>A page of the room, counted from zero; to be opened.</summary>
    /// <param name="window">See <see cref="Page.Window"/>.</param>
    public abstract Page NewPage(int room, int? window = null);

    /// <summary>Prepares what publishing in these rooms takes.</summary>
    public abstract Task TakeUpAsync(IEnumerable<int> rooms);

    /// <summary>Changes a timer of the room; returns when it is done.</summary>
    public abstract Task PublishAsync(int room);

    /// <summary>When each change since the last time this was asked could be told, in timestamps of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public abstract Task<IReadOnlyList<long>> PublishedAsync();

    /// <summary>In bytes, after a full collection.</summary>
    public abstract Task<long> HeapAsync();

    /// <summary>Kills it as a power cut does and starts it anew at the same address; tells when it was killed, in timestamps of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public abstract Task<long> RestartAsync();

    public Task OpenAsync(Page page) => page.OpenAsync(Process.Port);

    public virtual async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
