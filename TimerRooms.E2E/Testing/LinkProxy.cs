using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TimerRooms.E2E.Testing;

/// <summary>
/// A network between a server and the browsers that come by this address: it takes its time both ways, keeps the order of
/// bytes, and can be made to fail. All of it can be changed while it runs.
/// </summary>
public sealed class LinkProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HashSet<LinkedPair> pairs = [];
    private readonly Pacer pacer = new();
    private readonly AppServer server;
    private readonly Random random;
    private readonly Task accepting;
    private long heldUntil;
    private volatile TaskCompletionSource? stalled;

    private LinkProxy(AppServer server, int seed)
    {
        (this.server, random) = (server, new Random(seed));
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>What a byte there and a byte back take together.</summary>
    public TimeSpan RoundTrip { get; set; }

    /// <summary>By how much of itself each delay is at most longer or shorter: 0.3 for ± 30 %.</summary>
    public double Jitter { get; set; }

    /// <summary>Which part of the round trip is spent on the way to the server.</summary>
    public double Outward { get; set; } = 0.5;

    /// <summary>Closes whoever comes new, as long as it is set.</summary>
    public bool Refuses { get; set; }

    public string Address => $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public static LinkProxy Start(AppServer server, TimeSpan roundTrip, double jitter = 0, int seed = 1) =>
        new(server, seed) { RoundTrip = roundTrip, Jitter = jitter };

    /// <summary>Whatever is on its way, or is sent in this time, arrives at the end of it.</summary>
    public void Spike(TimeSpan hold) => Interlocked.Exchange(ref heldUntil, Stopwatch.GetTimestamp() + Ticks(hold));

    /// <summary>A silent death: nothing arrives any more, an end of a connection neither.</summary>
    public void Stall() => stalled ??= new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held arrives.</summary>
    public void Resume() => Interlocked.Exchange(ref stalled, null)?.SetResult();

    /// <summary>Closes every connection, on both sides, with what is on its way.</summary>
    public void Cut()
    {
        List<LinkedPair> all;
        lock (pairs) all = [.. pairs];
        foreach (var pair in all) pair.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        Cut();
        Resume();
        pacer.Dispose();
    }

    /// <summary>When what is sent now, in one direction, will be there.</summary>
    internal long DueAt(bool outward)
    {
        double chance;
        lock (random) chance = random.NextDouble();
        return Stopwatch.GetTimestamp() + Ticks(RoundTrip * (outward ? Outward : 1 - Outward) * (1 + Jitter * (2 * chance - 1)));
    }

    internal async Task PassAsync(long due)
    {
        await pacer.UntilAsync(due);
        if (Interlocked.Read(ref heldUntil) is var until && until > due) await pacer.UntilAsync(until);
        while (stalled is { } stall) await stall.Task;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket front;
            try
            {
                front = await listener.AcceptSocketAsync();
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                return;  // the listener was stopped
            }
            if (Refuses) front.Dispose();
            else _ = ServeAsync(new LinkedPair(this, front));
        }
    }

    private async Task ServeAsync(LinkedPair pair)
    {
        lock (pairs) pairs.Add(pair);
        await pair.RunAsync(server.Port);
        lock (pairs) pairs.Remove(pair);
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
