using System.Diagnostics;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Bench.Scenarios;

/// <summary>What driving rooms for a while came to.</summary>
/// <param name="Processor">Of this process, all threads together.</param>
/// <param name="Answered">How long each command took until it was acknowledged, in milliseconds, shortest first.</param>
internal sealed record Drive(TimeSpan Took, TimeSpan Processor, double[] Answered)
{
    public double PerSecond => Answered.Length / Took.TotalSeconds;

    public double MicrosecondsEach => Processor.TotalMicroseconds / Answered.Length;

    public double Part(double part) => Answered[(int)Math.Ceiling(Answered.Length * part) - 1];

    /// <summary>So many people, each with rooms of their own, who click again as soon as they are answered.</summary>
    public static Task<Drive> FlatOutAsync(IReadOnlyList<LiveRoom> rooms, int people, TimeSpan time) => MeasureAsync(async watch =>
    {
        var all = await Task.WhenAll(Enumerable.Range(0, people).Select(person => Task.Run(() => ClickAsync(person, watch))));
        return all.SelectMany(one => one);

        async Task<List<double>> ClickAsync(int person, Stopwatch watch)
        {
            var answered = new List<double>();
            for (var room = person; watch.Elapsed < time; room = room + people < rooms.Count ? room + people : person)
                answered.Add(await ExecuteAsync(rooms[room], watch, watch.Elapsed));
            return answered;
        }
    });

    /// <summary>Clicks at an even pace, each in a random room. One that is sent late has waited since its moment.</summary>
    public static Task<Drive> PacedAsync(IReadOnlyList<LiveRoom> rooms, int perSecond, TimeSpan time) => MeasureAsync(async watch =>
    {
        var clicks = new List<Task<double>>();
        var random = new Random(1);
        while (clicks.Count < perSecond * time.TotalSeconds)
        {
            for (TimeSpan due; (due = TimeSpan.FromSeconds((double)clicks.Count / perSecond)) <= watch.Elapsed;)
            {
                var room = rooms[random.Next(rooms.Count)];
                clicks.Add(Task.Run(() => ExecuteAsync(room, watch, due)));
            }
            await Task.Delay(1);
        }
        return await Task.WhenAll(clicks);
    });

    private static async Task<Drive> MeasureAsync(Func<Stopwatch, Task<IEnumerable<double>>> drive)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var answered = await drive(watch);
        var took = watch.Elapsed;
        process.Refresh();
        return new Drive(took, process.TotalProcessorTime - before, [.. answered.Order()]);
    }

    private static async Task<double> ExecuteAsync(LiveRoom room, Stopwatch watch, TimeSpan since)
    {
        if (await room.ExecuteAsync(Click(room.Current), Stock.Owner) is { } refusal) throw new InvalidOperationException(refusal.Text);
        return (watch.Elapsed - since).TotalMilliseconds;
    }

    /// <summary>By turns a minute more for a timer, and the next timer started or paused.</summary>
    private static RoomCommand Click(Room room)
    {
        var timer = room.Timers[(int)(room.Version / 2 % room.Timers.Count)];
        if (room.Version % 2 == 0) return new AddTime(timer.Id, TimeSpan.FromMinutes(1));
        return timer.IsRunning ? new PauseTimer(timer.Id) : new StartTimer(timer.Id);
    }
}
