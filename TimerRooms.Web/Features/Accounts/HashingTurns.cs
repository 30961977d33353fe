namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// Passwords are hashed on half of the processors at most, and never more than two at once: the cost that slows a guesser must not stop
/// the timers of everyone else.
/// </summary>
internal sealed class HashingTurns : IDisposable
{
    private readonly SemaphoreSlim turns = new(Math.Clamp(Environment.ProcessorCount / 2, 1, 2));

    public async Task<T> RunAsync<T>(Func<Task<T>> hash)
    {
        await turns.WaitAsync();
        try
        {
            return await hash();
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
