using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;

namespace TimerRooms.E2E.Testing.Raw;

/// <summary>
/// One viewer page without a browser. It reads its page, starts a circuit, and when that is lost comes back as the page's own script
/// does: it reads the page again every 5 s ± 25 %, for ever, and starts a new circuit only after an answer of our own server.
/// </summary>
public sealed class RawViewer
{
    /// <summary>Two readings of a page are never closer than this.</summary>
    public static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(3.75);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5), ReadWithin = TimeSpan.FromSeconds(8), FirstRenderWithin = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly List<Moment> moments = [];
    private readonly List<(Func<RawViewer, bool> Holds, TaskCompletionSource Held)> waiting = [];
    private readonly Uri page;
    private readonly HttpMessageInvoker http;
    private readonly Random chance;
    private volatile HubSocket? socket;

    public RawViewer(Uri page, HttpMessageInvoker http, int seed) => (this.page, this.http, chance) = (page, http, new Random(seed));

    /// <summary>Its first render batch has come, and its connection still stands.</summary>
    public bool IsLive { get; private set; }

    /// <summary>How many render batches have come, over all its circuits.</summary>
    public int Batches { get; private set; }

    public byte[] LastBatch { get; private set; } = [];

    /// <summary>Why it is not live.</summary>
    public string Fault { get; private set; } = "";

    public IReadOnlyList<Moment> Moments
    {
        get { lock (gate) return [.. moments]; }
    }

    /// <summary>Until stopped. Whatever is not a loss that a page meets in its life is thrown, here and to whoever waits.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var wait = SoonAfter(null);
            while (true)
            {
                // the one place where time itself is waited for: it is what a page's script does
                await Task.Delay(wait, stop);
                var readAt = Stopwatch.GetTimestamp();
                wait = await TryAsync(stop) ? SoonAfter(readAt) : Pause * (0.75 + chance.NextDouble() / 2);
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // told to leave
        }
        catch (Exception fault)
        {
            Fail(fault);
            throw;
        }
    }

    /// <summary>Completes at the first change after which this holds, or at once.</summary>
    public Task UntilAsync(Func<RawViewer, bool> holds)
    {
        lock (gate)
        {
            if (holds(this)) return Task.CompletedTask;
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((holds, held));
            return held.Task;
        }
    }

    /// <summary>Cuts its connection without a goodbye.</summary>
    public void Cut()
    {
        var cut = socket;
        Lose("cut");
        cut?.Cut();
    }

    private TimeSpan SoonAfter(long? readAt)
    {
        var soon = TimeSpan.FromSeconds(chance.NextDouble());
        // a little longer, as the wait may end some milliseconds early
        var least = readAt is { } at ? LeastPause + TimeSpan.FromMilliseconds(20) - Stopwatch.GetElapsedTime(at) : TimeSpan.Zero;
        return soon > least ? soon : least;
    }

    /// <summary>Whether it was live, before it was lost.</summary>
    private async Task<bool> TryAsync(CancellationToken stop)
    {
        Note(MomentKind.Read);
        var wasLive = false;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(ReadWithin);
            var html = await ReadAsync(patience.Token);
            patience.CancelAfter(FirstRenderWithin);
            using var hub = await HubSocket.OpenAsync(http, page, patience.Token);
            socket = hub;
            var circuit = new RawCircuit(hub, page, html, patience);
            await circuit.StartAsync();
            for (; ; wasLive = true) Take(hub, await circuit.NextBatchAsync());
        }
        catch (Exception loss) when (IsLoss(loss) && !stop.IsCancellationRequested)
        {
            // what a page meets while its server or its network is down; the next try tells more
            Lose(loss.Message);
        }
        return wasLive;
    }

    private static bool IsLoss(Exception fault) => fault is HttpRequestException or WebSocketException or IOException or OperationCanceledException;

    private async Task<ViewerHtml> ReadAsync(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        using var answer = await http.SendAsync(request, stop);
        var html = await answer.Content.ReadAsStringAsync(stop);
        // the clock of the server, by which a page knows its own from a proxy's
        var isOurs = answer.StatusCode == HttpStatusCode.OK && answer.Headers.Contains("TimerRooms-Clock");
        return isOurs ? ViewerHtml.Read(html) : throw new IOException($"Not our page: {answer.StatusCode}.");
    }

    private void Take(HubSocket from, byte[] batch)
    {
        lock (gate)
        {
            if (from != socket) return;  // cut while this was on its way
            Batches++;
            LastBatch = batch;
            if (!IsLive) moments.Add(new(MomentKind.Live));
            IsLive = true;
            moments.Add(new(MomentKind.Batch));
            Tell();
        }
    }

    private void Lose(string reason)
    {
        lock (gate)
        {
            Fault = reason;
            socket = null;
            if (!IsLive) return;
            IsLive = false;
            moments.Add(new(MomentKind.Lost));
            Tell();
        }
    }

    private void Note(MomentKind kind)
    {
        lock (gate) moments.Add(new(kind));
    }

    private void Tell() => waiting.RemoveAll(one => one.Holds(this) && one.Held.TrySetResult());

    private void Fail(Exception fault)
    {
        lock (gate)
        {
            foreach (var (_, held) in waiting) held.TrySetException(fault);
            waiting.Clear();
        }
    }
}
