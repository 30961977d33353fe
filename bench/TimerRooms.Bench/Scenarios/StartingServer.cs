using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>The real server from the first moment of its process, on a free port. Disposing kills it.</summary>
internal sealed class StartingServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly int port = FreePort();

    public StartingServer(DirectoryInfo directory)
    {
        var start = new ProcessStartInfo("dotnet", [Places.Server, "--urls", $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true };
        start.Environment["TimerRooms__DataDirectory"] = directory.FullName;
        start.Environment["TimerRooms__Owner__Email"] = "owner@example.org";
        start.Environment["TimerRooms__Owner__Password"] = "a quiet clock on the wall";
        process = Process.Start(start)!;
        process.BeginOutputReadLine();  // a pipe that nobody empties would stop it
    }

    /// <summary>Returns once the port is open.</summary>
    public async Task ConnectAsync()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited; await Task.Delay(2))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                // not yet
            }
        }
        throw new InvalidOperationException("The server did not start.");
    }

    public async Task<string> GetAsync(string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}{path}"));
    }

    /// <summary>In good order.</summary>
    public async Task StopAsync()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"])) await stop.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
