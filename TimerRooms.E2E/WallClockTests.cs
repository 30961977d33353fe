using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>The wall clock of the real server is set while timers run, and the server is killed and started again under it.</summary>
[Collection(nameof(WallClockTests)), CollectionDefinition(nameof(WallClockTests), DisableParallelization = true)]
public sealed class WallClockTests(ITestOutputHelper output)
{
    private const int Short = 24, Long = 26;

    [Fact, Trait("Category", "Long")]
    public async Task A_wall_clock_that_is_set_moves_no_timer_and_no_finish_and_a_restart_after_it_neither()
    {
        using var wall = new WallClock();
        await using var server = await AppServer.StartOwnedAsync(environment: wall.Environment);
        var room = MixedRoom(DateTimeOffset.UtcNow);
        await server.PlantAsync(room);
        var watch = new TimerWatch(server, $"/v/{room.ViewLink!.Token}");
        await watch.BeginAsync();

        // never forward from where the clock was at the start: soon after a boot, that would be its first sync
        await StepAsync(-2);
        await StepAsync(3_600);
        await watch.RestartAsync();
        await StepAsync(-3_600);
        await StepAsync(1);
        await StepAsync(2);
        await watch.RestartAsync();
        await watch.UntilAsync(reading => Task.FromResult(reading.Timers.Values.Count(timer => timer.FinishedAt is not null) == Short));

        await server.KillAsync();
        var zeros = await server.ZerosAsync(room.Id);
        Assert.Equal(room.Timers.Take(Short).Select(timer => timer.Id).Order(), zeros.Select(zero => zero.TimerId).Order());
        Assert.Subset(watch.DueWhileDown.ToHashSet(), zeros.Where(zero => zero.Late).Select(zero => zero.TimerId).ToHashSet());
        output.WriteLine($"{watch.Readings} readings of {room.Timers.Count} timers, median round trip {watch.RoundTrip:0.0} ms: off by {watch.MostOff:0.0} ms beyond it at most; {zeros.Count} finishes, "
            + $"{watch.DueWhileDown.Count} of them due while the server was down; missing {watch.MostLate:0.0} ms after their time at most");

        async Task StepAsync(int seconds)
        {
            var before = await server.WallOffsetAsync();
            wall.Step(TimeSpan.FromSeconds(seconds));
            // once it is saved, a restart may come
            await watch.UntilAsync(async _ => Math.Abs((await server.WallOffsetAsync() - before).TotalSeconds - seconds) < 0.25);
        }
    }

    /// <summary>Running timers of all lengths: some that are due one after the other while this goes on, and many that are not.</summary>
    private static Room MixedRoom(DateTimeOffset now) => new(Guid.CreateVersion7(), "", "Wall clock")
    {
        Version = 1,
        Links = [new(Guid.CreateVersion7(), LinkScope.View, "Viewer link") { Token = Tokens.New() }],
        Timers = [.. Enumerable.Range(0, Short).Select(index => Soon(index, now)), .. Enumerable.Range(0, Long).Select(index => Later(index, now))],
    };

    private static RoomTimer Soon(int index, DateTimeOffset now)
    {
        var timer = new RoomTimer(Guid.CreateVersion7(), $"Soon {index}", TimerKind.Countdown, TimeSpan.FromMinutes(1 + index));
        return timer.Start(now.AddSeconds(15 + 2.5 * index) - timer.Duration) with { AtZero = index % 2 == 0 ? AtZero.Stop : AtZero.Overtime };
    }

    private static RoomTimer Later(int index, DateTimeOffset now)
    {
        var timer = new RoomTimer(Guid.CreateVersion7(), $"Later {index}", index % 5 == 0 ? TimerKind.CountUp : TimerKind.Countdown, TimeSpan.FromMinutes(20 + 230 * index));
        return timer with { Run = new() { Banked = TimeSpan.FromMinutes(index), RunningSince = now.AddSeconds(-7 * index) } };
    }
}
