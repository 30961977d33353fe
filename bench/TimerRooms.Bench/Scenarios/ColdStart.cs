using System.Diagnostics;
using System.Text.RegularExpressions;
using TimerRooms.Bench.Servers;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Bench.Scenarios;

/// <summary>The real server starts with many rooms and a long journal, in each room a zero that passed while it was down, and shows a viewer the right digits.</summary>
internal static partial class ColdStart
{
    private const int Rooms = 1_000, Timers = 20, JournalRows = 1_000_000;

    public static async Task<IReadOnlyList<Figure>> RoundAsync()
    {
        var directory = Scratch.New();
        try
        {
            await PrepareAsync(directory);
            var rooms = Overdue(DateTimeOffset.UtcNow);
            await Stock.PlantAsync(directory, rooms);

            var (open, digits) = await MeasureAsync(directory, rooms[0]);
            var (openAfterKill, digitsAfterKill) = await MeasureAsync(directory, rooms[^1]);
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
    private static async Task PrepareAsync(DirectoryInfo directory)
    {
        await using var server = new StartingServer(directory);
        await server.ConnectAsync();
        await server.GetAsync("/signin");
        await server.StopAsync();
    }

    private static List<Room> Overdue(DateTimeOffset now) => Stock.Rooms(Rooms, Timers, now, JournalRows)
        .ConvertAll(room => room with { Timers = room.Timers.SetItem(0, room.Timers[0].Start(DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).AddHours(-1))) });

    /// <summary>Milliseconds to the open port, and from there to the page. The server is killed in the end.</summary>
    private static async Task<(double Open, double Digits)> MeasureAsync(DirectoryInfo directory, Room room)
    {
        var watch = Stopwatch.StartNew();
        await using var server = new StartingServer(directory);
        await server.ConnectAsync();
        var (open, asked) = (watch.Elapsed, DateTimeOffset.UtcNow);
        var page = await server.GetAsync($"/v/{room.Links[0].Token}");
        var digits = watch.Elapsed - open;
        Check(room, page, asked, DateTimeOffset.UtcNow);
        return (open.TotalMilliseconds, digits.TotalMilliseconds);
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

    private static Figure Of(string name, double value) => new("Cold start", name, "ms", Side.TimerRooms, value);

    [GeneratedRegex("""<timer-face data-timer-id="(?<id>[^"]+)"[^>]*>(?<digits>[^<]*)</timer-face>""")]
    private static partial Regex Face();
}
