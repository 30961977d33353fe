using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TimerRooms.E2E.Testing.Raw;

/// <summary>Many viewer pages without a browser.</summary>
public sealed class RawCrowd : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpMessageInvoker http;
    private readonly List<Task> runs;

    private RawCrowd(Uri link, int count)
    {
        http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync });
        Viewers = [.. Enumerable.Range(0, count).Select(seed => new RawViewer(link, http, seed))];
        runs = [.. Viewers.Select(viewer => viewer.RunAsync(stop.Token))];
    }

    public IReadOnlyList<RawViewer> Viewers { get; }

    /// <summary>All have opened the link, each at a moment of its own within a second, and are live.</summary>
    public static async Task<RawCrowd> ComeAsync(Uri link, int count, TimeSpan within)
    {
        var crowd = new RawCrowd(link, count);
        try
        {
            await crowd.AllLiveAsync(within);
            return crowd;
        }
        catch
        {
            await crowd.DisposeAsync();
            throw;
        }
    }

    public Task AllLiveAsync(TimeSpan within) => AllAsync(viewer => viewer.IsLive, within);

    public Task AllLostAsync(TimeSpan within) => AllAsync(viewer => !viewer.IsLive, within);

    /// <summary>Completes once this has held for each, if not for all at the same moment.</summary>
    public async Task AllAsync(Func<RawViewer, bool> holds, TimeSpan within)
    {
        try
        {
            await Task.WhenAll(Viewers.Select(viewer => viewer.UntilAsync(holds))).WaitAsync(within);
        }
        catch (TimeoutException)
        {
            var late = Viewers.Where(viewer => !holds(viewer)).ToList();
            throw new InvalidOperationException($"{late.Count} of {Viewers.Count} are late: {string.Join(" | ", late.Select(viewer => viewer.Fault).Distinct().Take(5))}");
        }
    }

    /// <summary>Cuts every connection at once, without a goodbye; tells when.</summary>
    public long CutAll()
    {
        var at = Stopwatch.GetTimestamp();
        foreach (var viewer in Viewers) viewer.Cut();
        return at;
    }

    /// <summary>How long after this moment each was live, to stay so until now.</summary>
    public Spans RecoverySince(long at) => new([.. Viewers.Select(viewer => viewer.Moments.Last(moment => moment.Kind == MomentKind.Live).At)
        .Select(liveAt => liveAt > at ? Stopwatch.GetElapsedTime(at, liveAt) : TimeSpan.Zero)]);

    /// <summary>The time between each page's readings, of all pages.</summary>
    public Spans PausesBetweenReads() => new([.. Viewers.SelectMany(viewer =>
    {
        var reads = viewer.Moments.Where(moment => moment.Kind == MomentKind.Read).ToList();
        return reads.Skip(1).Zip(reads, (next, last) => Stopwatch.GetElapsedTime(last.At, next.At));
    })]);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var viewer in Viewers) viewer.Cut();
        await Task.WhenAll(runs);
        http.Dispose();
        stop.Dispose();
    }

    // the server listens here; asking for the address of localhost would hold a thread each time
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
