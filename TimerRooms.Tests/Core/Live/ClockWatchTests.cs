using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Live;

public sealed class ClockWatchTests : IAsyncLifetime
{
    private static readonly AddTimer Talk = new(Guid.CreateVersion7(), "Talk", TimeSpan.FromHours(3));
    private TestCore core = null!;
    private Guid id;

    private LiveRoom Room => core.Room(id);

    private RoomTimer Timer => Room.Current.Timers[0];

    private TimeSpan Left => Timer.Remaining(core.Now);

    public async Task InitializeAsync()
    {
        core = await TestCore.StartAsync();
        var room = await core.RoomAsync(Talk);
        id = room.Current.Id;
        await room.DoAsync(new StartTimer(Talk.TimerId));
    }

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task A_step_of_the_clock_changes_no_timer_and_a_restart_after_it_neither(int seconds)
    {
        core.Time.Advance(OneMinute);
        core.Time.Step(TimeSpan.FromSeconds(seconds));
        await LookAsync();
        Assert.Equal(TimeSpan.FromMinutes(179), Left);
        Assert.Empty(await core.ZerosAsync(id));

        for (var restart = 1; restart <= 3; restart++)
        {
            await core.RestartAsync(time => time.Advance(OneMinute));
            Assert.Equal(TimeSpan.FromMinutes(179 - restart), Left);
            await LookAsync();
        }
        core.Time.Advance(TimeSpan.FromMinutes(176));
        await Room.UntilAsync(room => room.Timers[0].Run.FinishedAt is not null);
        Assert.False(Assert.Single(await core.ZerosAsync(id)).Late);
    }

    [Fact]
    public async Task Steps_there_and_back_leave_everything_as_it_was()
    {
        core.Time.Step(TimeSpan.FromHours(1));
        await LookAsync();
        core.Time.Step(TimeSpan.FromHours(-1));
        await LookAsync();
        var before = RoomTexts.Whole(Room.Current);
        await core.RestartAsync();
        Assert.Equal(before, RoomTexts.Whole(Room.Current));
    }

    [Fact]
    public async Task What_happens_after_a_step_is_brought_to_the_new_time_as_well()
    {
        core.Time.Step(TimeSpan.FromHours(1));
        await LookAsync();
        core.Time.Advance(OneMinute);
        await Room.DoAsync(new PauseTimer(Talk.TimerId));
        await Room.DoAsync(new StartTimer(Talk.TimerId));
        Assert.Equal(Noon.AddHours(1) + OneMinute, (await core.JournalAsync(id))[^1].At);

        await core.RestartAsync(time => time.Advance(OneMinute));
        Assert.Equal(TimeSpan.FromMinutes(178), Left);
    }

    [Fact]
    public async Task A_host_that_slept_counts_the_time_and_records_the_zero_late_and_once()
    {
        core.Time.Suspend(TimeSpan.FromHours(4));
        Assert.Equal(TimeSpan.Zero, Left);
        await LookAsync();
        await Room.UntilAsync(room => room.Timers[0].Run.FinishedAt is not null);
        await LookAsync();
        Assert.Equal(new ReachZero(Talk.TimerId, Noon.AddHours(3), Late: true), Assert.Single(await core.ZerosAsync(id)));
    }

    [Fact]
    public async Task After_a_sleep_each_room_has_counted_it_and_no_zero_is_recorded_twice()
    {
        var (ends, goesOn) = (await StartedAsync(TimeSpan.FromHours(1)), await StartedAsync(TimeSpan.FromHours(8)));
        core.Time.Suspend(TimeSpan.FromHours(4));
        await LookAsync();
        await core.Room(ends).UntilAsync(room => room.Timers[0].Run.FinishedAt is not null);
        Assert.Equal(TimeSpan.FromHours(4), core.Room(goesOn).Current.Timers[0].Remaining(core.Now));

        core.Time.Suspend(TimeSpan.FromHours(1));
        await core.RestartAsync();
        await LookAsync();
        core.Time.Advance(TimeSpan.FromHours(3));
        await core.Room(goesOn).UntilAsync(room => room.Timers[0].Run.FinishedAt is not null);
        Assert.Equal(new ReachZero(Talk.TimerId, Noon.AddHours(1), Late: true), Assert.Single(await core.ZerosAsync(ends)));
        Assert.Equal(new ReachZero(Talk.TimerId, Noon.AddHours(8), Late: false), Assert.Single(await core.ZerosAsync(goesOn)));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(10)]
    public async Task The_first_sync_after_a_boot_without_a_battery_clock_counts_the_true_time_it_was_down(int shownMinutes)
    {
        // down for an hour; the clock wakes up where it was last saved, or some minutes after, and is set half a minute later
        await core.RestartAsync(time =>
        {
            time.Advance(TimeSpan.FromHours(1));
            time.Boot(Noon.AddMinutes(shownMinutes));
        });
        core.Time.Advance(TimeSpan.FromSeconds(30));
        core.Time.Step(Noon.AddHours(1).AddSeconds(30) - core.Time.GetUtcNow());
        await LookAsync();
        Assert.Equal(TimeSpan.FromMinutes(119.5), Left);

        await core.RestartAsync(time => time.Advance(OneMinute));
        Assert.Equal(TimeSpan.FromMinutes(118.5), Left);
    }

    [Fact]
    public async Task A_room_that_could_not_save_its_correction_takes_it_at_the_next_look()
    {
        await core.RestartAsync(time => time.Boot(Noon.AddMinutes(10)));
        core.Time.Step(TimeSpan.FromHours(1));
        await core.SqlAsync("ALTER TABLE Journal RENAME TO Elsewhere");
        await LookAsync();
        await core.SqlAsync("ALTER TABLE Elsewhere RENAME TO Journal");
        await LookAsync();
        await LookAsync();
        Assert.Equal(TimeSpan.FromMinutes(110), Left);
        Assert.Single((await core.JournalAsync(id)).Select(change => change.Command).OfType<CorrectClock>());
    }

    [Fact]
    public async Task It_looks_once_a_second_by_itself()
    {
        core.Get<ClockWatch>().Start();
        core.Time.Suspend(TimeSpan.FromHours(4));
        core.Time.Advance(TimeSpan.FromSeconds(1));
        await Room.UntilAsync(room => room.Timers[0].Run.FinishedAt is not null);
    }

    private async Task<Guid> StartedAsync(TimeSpan duration)
    {
        var room = await core.RoomAsync(Talk with { Duration = duration });
        await room.DoAsync(new StartTimer(Talk.TimerId));
        return room.Current.Id;
    }

    private Task LookAsync() => core.Get<ClockWatch>().LookAsync();
}
