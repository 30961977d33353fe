using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>A timer that is started begins on every screen at the same instant, near or far.</summary>
public sealed class TogetherTests(Site site, ITestOutputHelper output) : ClockStage(site)
{
    private const string Talk = "Talk";

    private static readonly double[] RoundTrips = [1, 20, 60, 120, 200];

    // on a busy machine now and then one takes longer than it lies ahead
    [Fact, Trait("Category", "Long")]
    public Task Starts_are_seen_together_on_near_and_far_screens() => StartAsync(10, 0.8);

    [Fact, Trait("Category", "Long")]
    public Task Of_two_hundred_starts_95_in_a_hundred_are_seen_together_on_near_and_far_screens() => StartAsync(200, 0.95);

    private async Task StartAsync(int starts, double share)
    {
        var devices = await DevicesAsync();
        await StartAndResetAsync(devices, 1);  // the first one is slow: much of the server is compiled only then
        await WatchAsync(devices, () => StartAndResetAsync(devices, starts));

        var seen = await Task.WhenAll(devices.Select(StartsAsync));
        Assert.All(seen, changes => Assert.Equal(starts, changes.Count));
        var apart = new Figures(Enumerable.Range(0, starts).Select(start => seen.Max(changes => changes[start].Real) - seen.Min(changes => changes[start].Real)));
        output.WriteLine(Figures.Head);
        foreach (var (changes, roundTrip) in seen.Zip(RoundTrips))
            output.WriteLine(new Figures(changes.Select(change => change.Real - change.Since!.Value)).Row($"{roundTrip} ms: late by"));
        output.WriteLine(apart.Row("first to last"));
        Assert.True(apart.Part(share) <= 50, $"{apart.Part(share):0.0} ms from the first to the last");
    }

    /// <summary>The second one is the owner's.</summary>
    private async Task<List<Person>> DevicesAsync()
    {
        var room = Hall.Of(Hall.Countdown(Talk, TimeSpan.FromHours(1))) with { StartLead = TimeSpan.FromMilliseconds(400) };
        var server = await ServerWithAsync(room);
        var owner = await OwnerAsync(server, through: Link(server, RoundTrips[1]));
        await owner.OpenAsync($"/rooms/{room.Id}");
        await owner.Room.IsLiveAsync();
        List<Person> devices = [await DeviceAsync(server, room, Link(server, RoundTrips[0])), owner];
        foreach (var roundTrip in RoundTrips.Skip(2)) devices.Add(await DeviceAsync(server, room, Link(server, roundTrip)));
        return devices;
    }

    private static async Task StartAndResetAsync(List<Person> devices, int times)
    {
        for (var time = 0; time < times; time++)
        {
            foreach (var (button, phase) in new[] { ("Start", "running"), ("Reset", "idle") })
            {
                await devices[1].Room.Timer(Talk).PressAsync(button);
                await Task.WhenAll(devices.Select(device => device.Room.Timer(Talk).IsAsync(phase)));
            }
        }
    }

    /// <summary>Without the one that warmed the server up.</summary>
    private static async Task<List<PhaseChange>> StartsAsync(Person device)
    {
        var changes = PhaseChange.Read(await device.Page.EvaluateAsync<string>("JSON.stringify(timerRoomsPhases)"));
        return [.. changes.Where(change => change is { From: "idle", To: "running" }).Skip(1)];
    }
}
