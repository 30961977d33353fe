using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.E2E.Screens;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>A timer that is started begins on every screen at the same instant, near or far.</summary>
public sealed class TogetherTests(Site site, ITestOutputHelper output) : ClockStage(site)
{
    private const string Talk = "Talk";

    private static readonly double[] RoundTrips = [1, 20, 60, 120, 200];

    // on a busy machine now and then one takes longer than it lies ahead
    [Fact]
    public Task Starts_are_seen_together_on_near_and_far_screens() => StartAsync(10, 0.8);

    [Fact, Trait("Category", "Long")]
    public Task Of_two_hundred_starts_95_in_a_hundred_are_seen_together_on_near_and_far_screens() => StartAsync(200, 0.95);

    private async Task StartAsync(int starts, double share)
    {
        var room = Hall.Of(Hall.Countdown(Talk, TimeSpan.FromHours(1))) with { StartLead = TimeSpan.FromMilliseconds(400) };
        var server = await ServerWithAsync(room);
        var devices = new List<Person>();
        foreach (var roundTrip in RoundTrips) devices.Add(devices.Count == 1 ? await OwnerAsync(server, room, Link(server, roundTrip)) : await DeviceAsync(server, room, Link(server, roundTrip)));
        var (owner, cards) = (devices[1], devices.Select(device => device.Room.Timer(Talk)).ToList());
        await StartAndResetAsync(1);  // the first one is slow: much of the server is compiled only then
        await WatchAsync(devices, () => StartAndResetAsync(starts));

        var seen = await Task.WhenAll(devices.Select(StartsAsync));
        Assert.All(seen, changes => Assert.Equal(starts, changes.Count));
        var apart = new Figures(Enumerable.Range(0, starts).Select(start => seen.Max(changes => changes[start].Real) - seen.Min(changes => changes[start].Real)));
        output.WriteLine(Figures.Head);
        foreach (var (changes, roundTrip) in seen.Zip(RoundTrips)) output.WriteLine(new Figures(changes.Select(change => change.Real - change.Since!.Value)).Row($"{roundTrip} ms: late by"));
        output.WriteLine(apart.Row("first to last"));
        Assert.True(apart.Part(share) <= 50, $"{apart.Part(share):0.0} ms from the first to the last");

        async Task StartAndResetAsync(int times)
        {
            for (var start = 0; start < times; start++)
            {
                await owner.Room.Timer(Talk).PressAsync("Start");
                await AllAreAsync(cards, "running");
                await owner.Room.Timer(Talk).PressAsync("Reset");
                await AllAreAsync(cards, "idle");
            }
        }
    }

    private async Task<Person> OwnerAsync(AppServer server, Room room, LinkProxy link)
    {
        var owner = await OwnerAsync(server, test: nameof(StartAsync), through: link);
        await owner.OpenAsync($"/rooms/{room.Id}");
        await owner.Room.IsLiveAsync();
        return owner;
    }

    private static async Task<List<PhaseChange>> StartsAsync(Person device) =>
        [.. PhaseChange.Read(await device.Page.EvaluateAsync<string>("JSON.stringify(timerRoomsPhases)")).Where(change => change is { From: "idle", To: "running" }).Skip(1)];

    private static Task AllAreAsync(IEnumerable<TimerCard> cards, string phase) => Task.WhenAll(cards.Select(card => card.IsAsync(phase)));
}
