namespace TimerRooms.Web.Features.Accounts;

/// <summary>At most two passwords are hashed at once: the cost that slows a guesser must not stop the timers of everyone else.</summary>
internal sealed class HashingTurns : IDisposable
{
    private readonly SemaphoreSlim turns = new(2, 2);

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
