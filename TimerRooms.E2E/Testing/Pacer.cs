using System.Diagnostics;

namespace TimerRooms.E2E.Testing;

/// <summary>Waits to the millisecond, on one thread for all who wait: Task.Delay's own clock goes in steps of 4 ms.</summary>
public sealed class Pacer : IDisposable
{
    private readonly object gate = new();  // not a Lock: it is waited on
    private readonly PriorityQueue<TaskCompletionSource, long> queue = new();
    private readonly Thread thread;
    private bool disposed;

    public Pacer()
    {
        thread = new Thread(Run) { IsBackground = true, Name = nameof(Pacer) };
        thread.Start();
    }

    /// <summary>Ends at a moment of <see cref="Stopwatch"/>; never, once this is disposed.</summary>
    public Task UntilAsync(long timestamp)
    {
        var wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            queue.Enqueue(wake, timestamp);
            if (queue.Peek() == wake) Monitor.Pulse(gate);
        }
        return wake.Task;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            Monitor.Pulse(gate);
        }
        thread.Join();
    }

    private void Run()
    {
        lock (gate)
        {
            while (!disposed)
            {
                var wait = queue.TryPeek(out _, out var due) ? MillisecondsTo(due) : Timeout.Infinite;
                if (wait == 0) queue.Dequeue().SetResult();
                else Monitor.Wait(gate, wait);
            }
        }
    }

    private static int MillisecondsTo(long due) => (int)Math.Round(Math.Max(0, Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due).TotalMilliseconds));
}
