using System.Diagnostics;
using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Pages;

/// <summary>A page that is open on one of the servers, to be told of every change in its room. Moments are timestamps of <see cref="Stopwatch"/>.</summary>
public abstract class Page : Link
{
    private readonly TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once it has everything and would be told of a change; fails if that will never be.</summary>
    public Task Live => live.Task;

    public long LiveAt { get; private set; }

    /// <summary>How often it was told of a change since it was live.</summary>
    public int Updates { get; private set; }

    public long UpdatedAt { get; private set; }

    /// <summary>Called with each update, by whoever receives.</summary>
    public Action? OnUpdate { get; set; }

    /// <summary>Called when its connection has ended, by whoever receives.</summary>
    public Action? OnLost { get; set; }

    /// <summary>It answers what is sent to it, as a good page does.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>How much the system takes in for it before it reads; null: as it likes.</summary>
    public int? Window { get; init; }

    /// <summary>Opens the page as a browser does; returns when its connection stands.</summary>
    public abstract Task OpenAsync(int port);

    /// <summary>Leaves as a closed tab does.</summary>
    public virtual Task LeaveAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    protected void Rise()
    {
        LiveAt = Stopwatch.GetTimestamp();
        live.TrySetResult();
    }

    protected void Update(long at)
    {
        if (LiveAt == 0) return;  // what it was given to begin with is no change
        UpdatedAt = at;
        Updates++;
        OnUpdate?.Invoke();
    }

    protected override void Lose()
    {
        if (live.TrySetException(new IOException(Fault ?? "The connection was closed."))) _ = live.Task.Exception;
        OnLost?.Invoke();
    }
}
