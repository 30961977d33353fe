using System.Diagnostics;

namespace TimerRooms.E2E.Testing;

/// <summary>
/// Reads a viewer page again and again and holds every timer on it to the test's own monotonic clock: it may neither jump nor
/// finish early or late, whatever happens to the server.
/// </summary>
public sealed class TimerWatch(AppServer server, string path)
{
    private const double Jump = 20, Late = 250;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly HashSet<Guid> dueWhileDown = [];
    private readonly List<double> roundTrips = [];
    private TimerReading? first;
    private double servesSince;

    public int Readings => roundTrips.Count;

    /// <summary>The median, in milliseconds: what a reading cannot tell apart.</summary>
    public double RoundTrip => roundTrips.Order().ElementAt(roundTrips.Count / 2);

    /// <summary>Those that reached zero before there was a server to say so.</summary>
    public IReadOnlySet<Guid> DueWhileDown => dueWhileDown;

    /// <summary>How far a timer was off at most, in milliseconds beyond the round trip of the reading.</summary>
    public double MostOff { get; private set; }

    /// <summary>How long after its moment a finish was still missing at most, in milliseconds.</summary>
    public double MostLate { get; private set; }

    /// <summary>Takes the facts all later readings are held to: those that came with the shortest round trip.</summary>
    public async Task BeginAsync()
    {
        using var client = NewClient();
        var readings = new List<TimerReading>();
        while (readings.Count < 20) readings.Add(await TimerReading.TakeAsync(client, path, watch));
        first = readings.MinBy(reading => reading.To - reading.From)!;
        dueWhileDown.UnionWith(first.Timers.Values.Where(timer => timer.DueAt <= first.ServerNow).Select(timer => timer.Id));
    }

    /// <summary>Looks ten times a second until it is so.</summary>
    public async Task UntilAsync(Func<TimerReading, Task<bool>> isSo)
    {
        using var client = NewClient();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var reading = await TimerReading.TakeAsync(client, path, watch);
            Hold(reading);
            if (await isSo(reading)) return;
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }

    public async Task RestartAsync()
    {
        var from = watch.Elapsed.TotalMilliseconds;
        await server.KillAsync();
        await server.StartAsync();
        servesSince = watch.Elapsed.TotalMilliseconds;
        foreach (var timer in first!.Timers.Values)
            if (DueFor(timer) is var due && due.Latest >= from - Late && due.Earliest <= servesSince) dueWhileDown.Add(timer.Id);
    }

    private HttpClient NewClient() => new() { BaseAddress = new Uri(server.Address) };

    private void Hold(TimerReading reading)
    {
        roundTrips.Add(reading.To - reading.From);
        Assert.Equal(first!.Timers.Keys.Order(), reading.Timers.Keys.Order());
        foreach (var timer in reading.Timers.Values)
        {
            HoldTime(timer, reading);
            HoldFinish(timer, reading);
        }
    }

    private void HoldTime(TimerReading.Facts timer, TimerReading reading)
    {
        var passed = reading.ServerNow - timer.BegunAt - (first!.ServerNow - first.Timers[timer.Id].BegunAt);
        var off = Math.Max(reading.From - first.To - passed, passed - (reading.To - first.From));
        MostOff = Math.Max(MostOff, off);
        Assert.True(off <= Jump, $"a timer went {passed:0.0} ms in {reading.From - first.To:0.0} to {reading.To - first.From:0.0} ms: {timer}");
    }

    private void HoldFinish(TimerReading.Facts timer, TimerReading reading)
    {
        var due = DueFor(first!.Timers[timer.Id]);
        if (timer.FinishedAt is { } finishedAt)
        {
            Assert.Equal(timer.DueAt, finishedAt);
            Assert.True(reading.To >= due.Earliest - Jump, $"a timer finished {due.Earliest - reading.To:0.0} ms before its time: {timer}");
            return;
        }
        var late = reading.From - Math.Max(due.Latest, servesSince);
        MostLate = Math.Max(MostLate, late);
        Assert.True(late <= Late, $"a timer has not finished {late:0.0} ms after its time: {timer}");
    }

    /// <summary>Between which moments of the test's clock it reaches zero.</summary>
    private (double Earliest, double Latest) DueFor(TimerReading.Facts timer) =>
        (first!.From + timer.DueAt - first.ServerNow, first.To + timer.DueAt - first.ServerNow);
}
