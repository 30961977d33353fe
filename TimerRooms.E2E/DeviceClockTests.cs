using TimerRooms.Core.Rooms;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>What happens to a device or its network moves no digit.</summary>
public sealed class DeviceClockTests(Site site, ITestOutputHelper output) : ClockStage(site)
{
    private const double Most = 20;

    private static readonly TimeSpan Spike = TimeSpan.FromSeconds(2);

    // two o'clock in New York when summer time begins, and when it ends
    private static readonly DateTimeOffset Spring = new(2027, 3, 14, 7, 0, 0, TimeSpan.Zero), Autumn = new(2027, 11, 7, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task Spikes_of_latency_move_no_digit() => SpikeAsync(2, TimeSpan.FromSeconds(6), 0.95);

    [Fact, Trait("Category", "Long")]
    public Task A_spike_of_latency_each_minute_moves_no_digit() => SpikeAsync(10, TimeSpan.FromMinutes(1), 0.99);

    [Fact]
    public async Task Setting_the_clock_changing_the_zone_and_summer_time_move_no_digit()
    {
        var room = Hall.Running(TimeSpan.FromHours(1));
        var server = await ServerWithAsync(room);
        var devices = new List<Person>();
        foreach (var zone in new[] { null, "America/New_York", "America/New_York" })
            devices.Add(await DeviceAsync(server, room, Link(server, 20), options: new() { TimezoneId = zone }));
        var (set, spring, autumn) = (devices[0], devices[1], devices[2]);

        var logs = await WatchAsync(devices, async () =>
        {
            await spring.SetClockAsync(Spring.AddSeconds(-6));
            await autumn.SetClockAsync(Autumn.AddSeconds(-6));
            Assert.Equal((300, 240), (await spring.ZoneAsync(), await autumn.ZoneAsync()));
            await set.StepClockAsync(TimeSpan.FromHours(1));
            await set.PassAsync(TimeSpan.FromSeconds(2));
            await set.StepClockAsync(TimeSpan.FromHours(-2));
            await set.PassAsync(TimeSpan.FromSeconds(2));
            await set.SetZoneAsync("Asia/Tokyo");
            await set.PassAsync(TimeSpan.FromSeconds(6));
            Assert.Equal((-540, 240, 300), (await set.ZoneAsync(), await spring.ZoneAsync(), await autumn.ZoneAsync()));
        });
        MoveNothing(room, logs, devices, 0.95);
    }

    [Fact]
    public async Task A_device_that_slept_while_its_counter_stood_still_is_right_again_within_a_second()
    {
        var room = Hall.Running(TimeSpan.FromHours(1));
        var server = await ServerWithAsync(room);
        var (sleeper, other) = (await DeviceAsync(server, room, Link(server, 20)), await DeviceAsync(server, room, Link(server, 20)));
        var errors = new List<double>();
        for (var nap = 0; nap < 3; nap++)
        {
            await sleeper.HasAskedOnceMoreAsync();  // and will not by itself for almost 7 s
            await sleeper.SleepAsync(() => other.PassAsync(TimeSpan.FromSeconds(2)));
            var awake = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await sleeper.PassAsync(TimeSpan.FromSeconds(5));
            errors.AddRange((await sleeper.DigitsAsync()).Since(awake + 1200).ClockErrors());
            output.WriteLine($"from {awake}: {await sleeper.ClockLogAsync()}");
        }
        var clock = new Figures(errors.Select(Math.Abs));
        output.WriteLine($"{Figures.Head}\n{clock.Row("clock wrong by")}");
        Assert.True(clock.Count > 25 && clock.Part(0.9) < Most, $"wrong by {clock.Part(0.9):0.0} ms");
    }

    private async Task SpikeAsync(int spikes, TimeSpan every, double share)
    {
        var room = Hall.Running(TimeSpan.FromHours(1));
        var server = await ServerWithAsync(room);
        LinkProxy[] links = [Link(server, 20), Link(server, 60)];
        List<Person> devices = [await DeviceAsync(server, room, links[0]), await DeviceAsync(server, room, links[1])];
        var logs = await WatchAsync(devices, async () =>
        {
            for (var spike = 0; spike < spikes; spike++)
            {
                foreach (var link in links) link.Spike(Spike);
                // makes the page measure just now, as it does by itself each 20 s
                foreach (var device in devices) await device.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
                await devices[0].PassAsync(every);
            }
        });
        MoveNothing(room, logs, devices, share);
    }

    private void MoveNothing(Room room, DigitLog[] logs, List<Person> devices, double share)
    {
        output.WriteLine(Figures.Head);
        foreach (var (log, device) in logs.Zip(devices))
        {
            var (clock, digits) = (Figures.AroundMedian([.. log.ClockErrors()]), Figures.AroundMedian([.. log.Delays(room)]));
            output.WriteLine($"{clock.Row($"{device.Name}: clock moved")}\n{digits.Row($"{device.Name}: digits moved")}");
            log.ShowsEachSecondOnce();
            Assert.True(clock.Part(share) < Most, $"the clock of {device.Name} moved by {clock.Part(share):0.0} ms");
            Assert.True(digits.Part(share) < Most, $"the digits of {device.Name} moved by {digits.Part(share):0.0} ms");
        }
    }
}
