using TimerRooms.Core.Rooms;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>Every screen shows the same instant, whatever its own clock says and however far away the server is.</summary>
public sealed class ClockTests(Site site, ITestOutputHelper output) : ClockStage(site)
{
    // of few changes, the 99th percentile would be the single worst one, and tell of the machine
    [Fact]
    public Task Wrong_clocks_on_slow_links_change_the_same_digit_together() => AgreeAsync([1, 1, 20, 100, 300], TimeSpan.FromSeconds(10), 0.95);

    [Fact, Trait("Category", "Long")]
    public Task For_two_minutes_ten_wrong_clocks_on_slow_links_change_the_same_digit_together() =>
        AgreeAsync([1, 1, 1, 20, 20, 20, 100, 100, 300, 300], TimeSpan.FromMinutes(2), 0.99);

    [Fact, Trait("Category", "Long")]
    public async Task For_ten_minutes_each_second_comes_once_and_lasts_one_second()
    {
        var room = Hall.Running(TimeSpan.FromMinutes(5));
        var server = await ServerWithAsync(room);
        var devices = new List<Person>();
        foreach (var roundTrip in new[] { 1, 20, 100 }) devices.Add(await DeviceAsync(server, room, Link(server, roundTrip)));
        var logs = await WatchAsync(devices, () => devices[0].PassAsync(TimeSpan.FromMinutes(10)));

        var gaps = new Figures(logs.SelectMany(log => log.Gaps()).Select(gap => Math.Abs(gap - 1000)));
        output.WriteLine($"{Figures.Head}\n{gaps.Row("off a second")}\n{new Figures(logs.SelectMany(log => log.Delays(room))).Row("digits late")}");
        Assert.All(logs, log => log.ShowsEachSecondOnce());
        Assert.True(gaps.Count >= 3 * 3 * 595 && gaps.Part(0.99) <= 2 * 17, $"p99 is {gaps.Part(0.99):0.0} ms off");
    }

    private async Task AgreeAsync(double[] roundTrips, TimeSpan span, double share)
    {
        // so that zero is crossed while they are watched
        var room = Hall.Running(TimeSpan.FromSeconds(7 + 2 * roundTrips.Length) + span / 2);
        var (server, random) = (await ServerWithAsync(room), new Random(40));
        var devices = new List<Person>();
        foreach (var roundTrip in roundTrips) devices.Add(await DeviceAsync(server, room, Link(server, roundTrip), TimeSpan.FromMinutes(20 * random.NextDouble() - 10)));
        var logs = await WatchAsync(devices, () => devices[0].PassAsync(span));

        Judge(room, roundTrips, logs, span, share);
    }

    private void Judge(Room room, double[] roundTrips, DigitLog[] logs, TimeSpan span, double share)
    {
        var links = roundTrips.Zip(logs).ToLookup(one => one.First, one => one.Second);
        var clocks = links.ToDictionary(link => link.Key, link => new Figures(link.SelectMany(log => log.ClockErrors()).Select(Math.Abs)));
        var pairs = Pairs(roundTrips, logs);
        output.WriteLine(Figures.Head);
        foreach (var (roundTrip, clock) in clocks) output.WriteLine(clock.Row($"{roundTrip} ms: clock wrong by"));
        foreach (var link in links) output.WriteLine(new Figures(link.SelectMany(log => log.Delays(room))).Row($"{link.Key} ms: digits late by"));
        foreach (var (link, apart) in pairs) output.WriteLine(apart.Row($"{link.Near} with {link.Far} ms: apart"));

        Assert.All(logs, log => log.ShowsEachSecondOnce());
        Assert.All(pairs, pair => Assert.True(pair.Value.Count >= 3 * (span.TotalSeconds - 2), $"only {pair.Value.Count} digits were seen on both"));
        Assert.All(pairs, pair => Assert.True(pair.Value.Part(share) <= Allowed(pair.Key.Far), $"{pair.Key}: {pair.Value.Part(share):0.0} ms"));
        // the two ways differ by their jitter and nothing else, so no clock may be wrong by more than half of that
        Assert.All(clocks, clock => Assert.True(clock.Value.Part(share) <= clock.Key * Jitter / 2 + 10, $"{clock.Key} ms: wrong by {clock.Value.Part(share):0.0} ms"));
    }

    private static double Allowed(double roundTrip) => roundTrip switch
    {
        <= 5 => 50,
        <= 100 => 100,
        _ => roundTrip / 2 + 10,
    };

    private static Dictionary<(double Near, double Far), Figures> Pairs(double[] roundTrips, DigitLog[] logs)
    {
        var differences =
            from near in Enumerable.Range(0, logs.Length)
            from far in Enumerable.Range(near + 1, logs.Length - near - 1)
            from difference in logs[near].Differences(logs[far])
            group difference by (roundTrips[near], roundTrips[far]);
        return differences.ToDictionary(pair => pair.Key, pair => new Figures(pair));
    }
}
