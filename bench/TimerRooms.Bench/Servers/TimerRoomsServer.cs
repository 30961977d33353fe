using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using TimerRooms.Bench.Agent;
using TimerRooms.Bench.Pages;

namespace TimerRooms.Bench.Servers;

/// <summary>The real server, driven by its own control pages.</summary>
public sealed partial class TimerRoomsServer : TestedServer
{
    private const int MostLivePages = 8_000;

    private readonly SeededRooms seeded;
    private readonly string directory;
    private readonly ConcurrentDictionary<int, ControlPage> controls = new();
    private readonly string agentPath = Path.Combine(Path.GetTempPath(), $"timerrooms-bench-{Guid.NewGuid():N}.sock");

    private readonly bool isCopy;
    private readonly string build;

    private TimerRoomsServer(SeededRooms seeded, string directory, bool isCopy, string? build = null) =>
        (this.seeded, this.directory, this.isCopy, this.build) = (seeded, directory, isCopy, build ?? Places.Server);

    public override Side Side => Side.TimerRooms;

    public AgentLink Agent { get; private set; } = null!;  // set as it starts

    /// <summary>On a copy of these rooms.</summary>
    /// <param name="build">Another program than the one that was just published.</param>
    public static Task<TimerRoomsServer> StartAsync(SeededRooms seeded, int livePages = MostLivePages, string? build = null) =>
        StartedAsync(new(seeded, seeded.Copy(), true, build), livePages);

    /// <summary>On the directory itself, which stays.</summary>
    internal static Task<TimerRoomsServer> StartInAsync(SeededRooms seeded, string directory) => StartedAsync(new(seeded, directory, false), MostLivePages);

    public override async Task<long> RestartAsync()
    {
        var (at, port) = (Stopwatch.GetTimestamp(), Process.Port);
        await Process.DisposeAsync();
        Agent.Dispose();
        controls.Clear();
        await StartAsync(port, MostLivePages);
        return at;
    }

    public ControlPage NewControl(int room) => new(seeded.Rooms[room].Id, seeded.Cookies);

    public override ViewerPage NewPage(int room, int? window = null) =>
        new(seeded.Rooms[room].Links[0].Token!) { Window = window };

    public override async Task TakeUpAsync(IEnumerable<int> rooms)
    {
        foreach (var room in rooms)
        {
            var control = controls[room] = NewControl(room);
            await OpenAsync(control);
            await control.Live;
        }
        // the first samples of its clock come at once, and without them no press carries its moment
        await Task.Delay(300);
        await PublishedAsync();
    }

    public override async Task PublishAsync(int room)
    {
        var control = controls[room];
        await control.PressAsync(control.Updates % 2 == 0 ? "+1 min" : "-1 min");
    }

    /// <summary>When the page that drives the room had an update after that moment.</summary>
    public async Task<long> OwnUpdateAsync(int room, long since)
    {
        while (controls[room].UpdatedAt < since) await Task.Delay(1);
        return controls[room].UpdatedAt;
    }

    public override async Task<IReadOnlyList<long>> PublishedAsync() => [.. (await Agent.WritesAsync()).Select(write => write.At)];

    /// <summary>Who would be told of a change in the room, or of who comes and goes.</summary>
    public Task<long> SubscribersAsync(int room) => Agent.SubscribersAsync(seeded.Rooms[room].Links[0].Token!);

    public override Task<long> HeapAsync() => Agent.HeapAsync();

    public override async ValueTask DisposeAsync()
    {
        foreach (var control in controls.Values) control.Dispose();
        Agent.Dispose();
        await base.DisposeAsync();
        File.Delete(agentPath);
        if (isCopy) Directory.Delete(directory, recursive: true);
    }

    private static async Task<TimerRoomsServer> StartedAsync(TimerRoomsServer server, int livePages)
    {
        await server.StartAsync(0, livePages);
        return server;
    }

    private async Task StartAsync(int port, int livePages)
    {
        File.Delete(agentPath);
        var bench = typeof(ServerAgent).Assembly;
        Process = await ServerProcess.StartAsync("dotnet", [build, "--urls", $"http://127.0.0.1:{port}"],
        [
            ("TimerRooms__DataDirectory", directory),
            ("TimerRooms__Owner__Email", OwnerSession.Email),
            ("TimerRooms__Owner__Password", OwnerSession.Password),
            ("DOTNET_STARTUP_HOOKS", bench.Location),
            ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", bench.GetName().Name!),
            ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", ""),
            (ServerAgent.SocketVariable, agentPath),
            ("TimerRooms__LivePages", $"{livePages}"),
        ], StartLine());
        Agent = new AgentLink(agentPath);
    }

    [GeneratedRegex(@"TimerRooms is at http://[^:]+:(?<port>\d+)")]
    private static partial Regex StartLine();
}
