using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>The real server starts with many rooms and a long journal, in each room a zero that passed while it was down, and shows a viewer the right digits.</summary>
internal static partial class ColdStart
{
    private const int Rooms = 1_000, Timers = 20, JournalRows = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="program">The built <c>TimerRooms.Web.dll</c>.</param>
    public static async Task<IReadOnlyList<Figure>> RunAsync(string program)
    {
        var directory = Scratch.New();
        try
        {
            await PrepareAsync(program, directory);
            var rooms = Overdue(DateTimeOffset.UtcNow);
            await Stock.PlantAsync(directory, rooms);

            var (open, digits) = await MeasureAsync(program, directory, rooms[0]);
            var (openAfterKill, digitsAfterKill) = await MeasureAsync(program, directory, rooms[^1]);
            return
            [
                Of("process start to port open", open), Of("port open to right digits", digits),
                Of("after a kill, process start to port open", openAfterKill), Of("after a kill, port open to right digits", digitsAfterKill),
            ];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>A first start, which makes the owner and the keys, and an orderly stop.</summary>
    private static async Task PrepareAsync(string program, DirectoryInfo directory)
    {
        var port = FreePort();
        using var process = Start(program, directory, port);
        await ConnectAsync(process, port);
        await GetAsync(port, "/signin");
        using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"])) await stop.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    private static List<Room> Overdue(DateTimeOffset now) => Stock.Rooms(Rooms, Timers, now, JournalRows)
        .ConvertAll(room => room with { Timers = room.Timers.SetItem(0, room.Timers[0].Start(DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).AddHours(-1))) });

    /// <summary>Milliseconds to the open port, and from there to the page. The server is killed in the end.</summary>
    private static async Task<(double Open, double Digits)> MeasureAsync(string program, DirectoryInfo directory, Room room)
    {
        var port = FreePort();
        var watch = Stopwatch.StartNew();
        using var process = Start(program, directory, port);
        try
        {
            await ConnectAsync(process, port);
            var (open, asked) = (watch.Elapsed, DateTimeOffset.UtcNow);
            var page = await GetAsync(port, $"/v/{room.Links[0].Token}");
            var digits = watch.Elapsed - open;
            Check(room, page, asked, DateTimeOffset.UtcNow);
            return (open.TotalMilliseconds, digits.TotalMilliseconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static Process Start(string program, DirectoryInfo directory, int port)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true };
        start.Environment["TimerRooms__DataDirectory"] = directory.FullName;
        start.Environment["TimerRooms__Owner__Email"] = "owner@example.org";
        start.Environment["TimerRooms__Owner__Password"] = "a quiet clock on the wall";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task ConnectAsync(Process process, int port)
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

    private static async Task<string> GetAsync(int port, string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}{path}"));
    }

    private static void Check(Room room, string page, DateTimeOffset asked, DateTimeOffset answered)
    {
        var shown = Face().Matches(page).ToDictionary(face => Guid.Parse(face.Groups["id"].ValueSpan), face => face.Groups["digits"].Value);
        foreach (var timer in room.Timers)
        {
            var right = new HashSet<string>();
            for (var at = asked; at <= answered; at = at.AddMilliseconds(50)) right.Add(ClockText.Of(timer, at));
            right.Add(ClockText.Of(timer, answered));
            if (!right.Contains(shown.GetValueOrDefault(timer.Id, "nothing")))
                throw new InvalidOperationException($"{timer.Title} shows {shown.GetValueOrDefault(timer.Id, "nothing")} instead of {string.Join(" or ", right)}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Figure Of(string name, double value) => new("Cold start", name, "ms", Side.TimerRooms, value);

    [GeneratedRegex("""<timer-face data-timer-id="(?<id>[^"]+)"[^>]*>(?<digits>[^<]*)</timer-face>""")]
    private static partial Regex Face();
}
