using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using TimerRooms.Bench.Pages;
using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Servers;

/// <summary>The yardstick.</summary>
public sealed partial class SocketIoServer : TestedServer
{
    private readonly Dictionary<int, SocketIoPage> witnesses = [];
    private readonly List<long> published = [];
    private HttpConnection? http;

    public override Side Side => Side.SocketIo;

    public static async Task<SocketIoServer> StartAsync()
    {
        var server = new SocketIoServer();
        await server.StartAtAsync(0);
        return server;
    }

    public override async Task<long> RestartAsync()
    {
        var (at, port) = (Stopwatch.GetTimestamp(), Process.Port);
        http!.Dispose();
        witnesses.Clear();
        await Process.DisposeAsync();
        await StartAtAsync(port);
        return at;
    }

    public override Page NewPage(int room, int? window = null) => new SocketIoPage($"room-{room}") { Window = window };

    // a page of each room that tells when it was published: the stamp is in the message alone
    public override async Task TakeUpAsync(IEnumerable<int> rooms)
    {
        foreach (var room in rooms)
        {
            var witness = new SocketIoPage($"room-{room}");
            if (!witnesses.TryAdd(room, witness)) continue;
            await OpenAsync(witness);
            await witness.Live;
            witness.OnUpdate = () => Note(witness.Stamp);
        }
    }

    public override async Task PublishAsync(int room) => await AskAsync("POST", $"/publish/room-{room}");

    public override async Task<IReadOnlyList<long>> PublishedAsync()
    {
        for (var wait = 0; wait < 100 && published.Count == 0; wait++) await Task.Delay(1);
        lock (published)
        {
            var taken = published.Order().ToList();
            published.Clear();
            return taken;
        }
    }

    public override async Task<long> HeapAsync() => JsonElement.Parse((await AskAsync("GET", "/stats")).Body).GetProperty("heap").GetInt64();

    public override ValueTask DisposeAsync()
    {
        foreach (var witness in witnesses.Values) witness.Dispose();
        http?.Dispose();
        return base.DisposeAsync();
    }

    /// <summary>Node closes a connection after 5 s without a request.</summary>
    private async Task<HttpAnswer> AskAsync(string method, string path)
    {
        try
        {
            return await http!.AskAsync(method, path);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            http!.Dispose();
            http = await HttpConnection.OpenAsync(Process.Port);
            return await http.AskAsync(method, path);
        }
    }

    private async Task StartAtAsync(int port)
    {
        Process = await ServerProcess.StartAsync("node", ["--expose-gc", Places.Baseline], [("PORT", $"{port}")], StartLine());
        http = await HttpConnection.OpenAsync(Process.Port);
    }

    private void Note(long stamp)
    {
        var now = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMicroseconds;
        var at = Stopwatch.GetTimestamp() - (long)((now - stamp) * Stopwatch.Frequency / 1e6);
        lock (published) published.Add(at);
    }

    [GeneratedRegex(@"listening on (?<port>\d+)")]
    private static partial Regex StartLine();
}
