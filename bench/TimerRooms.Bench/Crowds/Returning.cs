using System.Diagnostics;
using TimerRooms.Bench.Pages;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Crowds;

/// <summary>A person who keeps a page open: when its connection is lost, the page comes back as its own script has it.</summary>
/// <param name="number">By which its moments differ from those of others.</param>
public sealed class Returning(TestedServer server, int room, int number) : IDisposable
{
    private static readonly TimeSpan LiveWithin = TimeSpan.FromSeconds(12);

    private readonly Random chance = new(number);
    private Page? page;

    /// <summary>When it was live last, a timestamp of <see cref="Stopwatch"/>.</summary>
    public long LiveAt { get; private set; }

    public bool IsLive => page is { IsLost: false } && LiveAt > 0;

    public async Task ComeAsync()
    {
        var opened = page = server.NewPage(room);
        try
        {
            await server.OpenAsync(opened);
            await opened.Live.WaitAsync(LiveWithin);
            LiveAt = opened.LiveAt;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>To be called when its connection is lost: tries again and again until it is back.</summary>
    public async Task ComeBackAsync()
    {
        LiveAt = 0;
        for (var tries = 0; ; tries++)
        {
            await Task.Delay(PauseBefore(tries));
            try
            {
                await ComeAsync();
                return;
            }
            catch (Exception loss) when (loss is IOException or System.Net.Sockets.SocketException or TimeoutException)
            {
                // what a page meets while its server is down
            }
        }
    }

    public void Dispose() => page?.Dispose();

    private TimeSpan PauseBefore(int tries)
    {
        var part = chance.NextDouble();
        // wwwroot/clock/connection.js: soon, then every 5 s ± 25 %; socket.io-client: 1 s, doubled up to 5 s, ± 50 %
        if (server.Side == Side.TimerRooms) return tries == 0 ? TimeSpan.FromSeconds(part) : TimeSpan.FromSeconds(5) * (0.75 + part / 2);
        return TimeSpan.FromSeconds(Math.Min(5, Math.Pow(2, tries))) * (0.5 + part);
    }
}
