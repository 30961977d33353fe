namespace TimerRooms.Core.Storage;

/// <summary>
/// The one gate every write to the database file passes, checkpoints included. SQLite before 3.51.3 can lose acknowledged
/// commits when one connection checkpoints while another commits; behind one gate that cannot happen.
/// </summary>
public sealed class WriteGate : IDisposable
{
    /// <summary>How long a write may wait for its turn before it is refused instead of leaving a person waiting.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Waits for its turn; dispose what comes back to let the next one in.</summary>
    /// <exception cref="TimeoutException">The turn did not come within <see cref="Patience"/>.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation = default)
    {
        if (!await gate.WaitAsync(Patience, cancellation)) throw new TimeoutException("The database is busy.");
        return new Turn(gate);
    }

    /// <inheritdoc cref="EnterAsync"/>
    public IDisposable Enter()
    {
        if (!gate.Wait(Patience)) throw new TimeoutException("The database is busy.");
        return new Turn(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
