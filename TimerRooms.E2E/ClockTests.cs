using TimerRooms.Core.Rooms;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>Every screen shows the same instant, whatever its clock says and however far away the server is.</summary>
public sealed class ClockTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    private static readonly double[] RoundTrips = [1, 1, 1, 20, 20, 20, 100, 100, 300, 300];

    // the first seconds after a page was loaded are for its clock to settle
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    [Fact]
    public Task Ten_devices_with_wrong_clocks_on_slow_links_change_the_same_digit_together() => WatchAsync(TimeSpan.FromSeconds(10), 0.95);

    [Fact, Trait("Category", "Long")]
    public Task For_two_minutes_ten_devices_with_wrong_clocks_on_slow_links_change_the_same_digit_together() => WatchAsync(TimeSpan.FromMinutes(2), 0.99);

    // of few changes, the 99th percentile would be the single worst one, and tell of the machine
    private async Task WatchAsync(TimeSpan span, double share)
    {
        var (server, room, random) = (await OwnServerAsync(), Hall.Running(TimeSpan.FromHours(1)), new Random(40));
        await server.PlantAsync(room);
        var links = RoundTrips.Distinct().ToDictionary(roundTrip => roundTrip, roundTrip => Link(server, roundTrip));
        var devices = new List<Person>();
        foreach (var roundTrip in RoundTrips)
            devices.Add(await DeviceAsync(server, room, $"device-{devices.Count}", links[roundTrip], TimeSpan.FromMinutes(20 * random.NextDouble() - 10)));

        var from = DateTimeOffset.UtcNow + Settling;
        await devices[0].UntilAsync(from + span);
        var logs = await Task.WhenAll(devices.Select(async device => (await device.DigitsAsync()).Since(from.ToUnixTimeMilliseconds())));

        output.WriteLine(Figures.Head);
        foreach (var (roundTrip, of) in RoundTrips.Zip(logs).GroupBy(one => one.First, one => one.Second).Select(group => (group.Key, group.ToList())))
        {
            output.WriteLine(new Figures(of.SelectMany(log => log.ClockErrors()).Select(Math.Abs)).Row($"{roundTrip} ms: clock"));
            output.WriteLine(new Figures(of.SelectMany(log => log.Delays(room))).Row($"{roundTrip} ms: digits late"));
        }
        var together = Pairs(logs);
        foreach (var (one, other, figures) in together) output.WriteLine(figures.Row($"{one} ms and {other} ms: apart"));

        Assert.All(logs, log => log.ShowsEachSecondOnce());
        Assert.All(together, pair => Assert.True(pair.Apart.Count >= 3 * (span.TotalSeconds - 2) && pair.Apart.Part(share) <= Allowed(Math.Max(pair.One, pair.Other)), $"{pair.One} and {pair.Other} ms: {pair.Apart.Part(share):0.0} ms"));
    }

    private static double Allowed(double roundTrip) => roundTrip switch
    {
        <= 5 => 50,
        <= 100 => 100,
        _ => roundTrip / 2 + 10,
    };

    private static List<(double One, double Other, Figures Apart)> Pairs(DigitLog[] logs) =>
        [.. from one in Enumerable.Range(0, logs.Length)
            from other in Enumerable.Range(one + 1, logs.Length - one - 1)
            from difference in logs[one].Differences(logs[other])
            group difference by (RoundTrips[one], RoundTrips[other]) into same
            select (same.Key.Item1, same.Key.Item2, new Figures(same))];

    private async Task<Person> DeviceAsync(AppServer server, Room room, string name, LinkProxy link, TimeSpan ahead)
    {
        var device = await VisitorAsync(server, name, through: link);
        await device.SetClockAheadAsync(ahead);
        await device.OpenAsync($"/v/{room.ViewToken}");
        await device.Viewer.IsLiveAsync();
        return device;
    }
}
