using FsCheck.Fluent;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Live;

/// <summary>Zeros under restarts at any moment.</summary>
public sealed class RestartProperties
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7(), Third = Guid.CreateVersion7();

    [Fact]
    public Task Every_zero_is_recorded_once_with_its_true_moment_whenever_the_server_was_down() => Task.Run(() =>
        Properties.ForAll(Gen.Choose(0, 6).SelectMany(restarts => Gen.ArrayOf(Gen.Choose(1, 200_000), restarts)), 40, async pauses =>
        {
            await using var core = await TestCore.StartAsync();
            var room = await core.RoomAsync(
                new(First, "Talk", 5 * OneMinute, AtZero: AtZero.StartNext),
                new(Second, "Q&A", 2 * OneMinute, AtZero: AtZero.Overtime),
                new(Third, "Focus", 3 * OneMinute, AtZero: AtZero.Repeat));
            var id = room.Current.Id;
            await room.DoAsync(new StartTimer(First));
            await room.DoAsync(new StartTimer(Third));

            foreach (var pause in pauses) await core.RestartAsync(time => time.Advance(TimeSpan.FromMilliseconds(pause)));
            await core.RestartAsync(time => time.Advance(TimeSpan.FromHours(1)));
            Assert.True(await core.Room(id).SettleAsync());

            DateTimeOffset At(int minutes) => Noon + minutes * OneMinute;
            Assert.Equal([(Third, At(3)), (First, At(5)), (Third, At(6)), (Second, At(7))],
                (await core.ZerosAsync(id)).Select(zero => (zero.TimerId, zero.ZeroAt)));
        }));

    [Fact]
    public async Task A_zero_that_passed_while_the_server_was_down_is_marked_late()
    {
        await using var core = await TestCore.StartAsync();
        var room = await core.RoomAsync(new AddTimer(First, "Talk", 5 * OneMinute));
        await room.DoAsync(new StartTimer(First));
        await core.RestartAsync(time => time.Advance(TimeSpan.FromHours(2)));
        await core.Room(room.Current.Id).UntilAsync(now => now.Timers[0].Run.FinishedAt is not null);
        Assert.Equal(new ReachZero(First, Noon + 5 * OneMinute, Late: true), Assert.Single(await core.ZerosAsync(room.Current.Id)));
    }

    [Fact]
    public async Task A_running_a_paused_and_an_overtime_timer_lose_nothing_but_real_time()
    {
        await using var core = await TestCore.StartAsync();
        var room = await core.RoomAsync(new(First, "Talk", 20 * OneMinute), new(Second, "Q&A", 20 * OneMinute), new(Third, "Over", OneMinute, AtZero: AtZero.Overtime));
        await room.DoAsync(new StartAll());
        core.Time.Advance(OneMinute);
        await room.UntilAsync(now => now.Timers[2].Run.FinishedAt is not null);
        await room.DoAsync(new PauseTimer(Second));

        await core.RestartAsync(time => time.Advance(4 * OneMinute));
        var timers = core.Room(room.Current.Id).Current.Timers;
        Assert.Equal([15 * OneMinute, 19 * OneMinute, -4 * OneMinute], timers.Select(timer => timer.Remaining(core.Now)));
        Assert.Equal(RoomTexts.Whole(room.Current), RoomTexts.Whole(core.Room(room.Current.Id).Current));
    }
}
