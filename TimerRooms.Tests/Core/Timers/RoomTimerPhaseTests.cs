using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Timers;

public sealed class RoomTimerPhaseTests
{
    [Theory]
    [InlineData("10m", 0, TimerPhase.Running)]
    [InlineData("10m", 539.999, TimerPhase.Running)]
    [InlineData("10m", 540, TimerPhase.Warning)]
    [InlineData("10m", 584.999, TimerPhase.Warning)]
    [InlineData("10m", 585, TimerPhase.Danger)]
    [InlineData("10m", 599.999, TimerPhase.Danger)]
    [InlineData("10m", 600, TimerPhase.Finished)]
    [InlineData("5m", 239.999, TimerPhase.Running)]
    [InlineData("5m", 240, TimerPhase.Warning)]
    [InlineData("5m", 285, TimerPhase.Danger)]
    [InlineData("100s", 79.999, TimerPhase.Running)]
    [InlineData("100s", 80, TimerPhase.Warning)]
    [InlineData("100s", 94.999, TimerPhase.Warning)]
    [InlineData("100s", 95, TimerPhase.Danger)]
    [InlineData("100s", 100, TimerPhase.Finished)]
    public void A_running_countdown_warns_by_what_is_left(string duration, double seconds, TimerPhase phase) =>
        Assert.Equal(phase, Countdown(duration).Start(Noon).Phase(Noon.AddSeconds(seconds)));

    [Theory]
    [InlineData(479, TimerPhase.Running)]
    [InlineData(480, TimerPhase.Warning)]
    [InlineData(569, TimerPhase.Warning)]
    [InlineData(570, TimerPhase.Danger)]
    public void Thresholds_of_its_own_come_before_the_usual_ones(int seconds, TimerPhase phase)
    {
        var timer = Countdown("10m") with { WarningLeft = TimeSpan.FromMinutes(2), DangerLeft = TimeSpan.FromSeconds(30) };
        Assert.Equal(phase, timer.Start(Noon).Phase(Noon.AddSeconds(seconds)));
    }

    [Fact]
    public void Thresholds_of_zero_turn_the_warnings_off()
    {
        var timer = Countdown() with { WarningLeft = TimeSpan.Zero, DangerLeft = TimeSpan.Zero };
        Assert.Equal(TimerPhase.Running, timer.Start(Noon).Phase(Noon.AddSeconds(299.999)));
    }

    [Theory]
    [InlineData(AtZero.Stop, TimerPhase.Finished)]
    [InlineData(AtZero.StartNext, TimerPhase.Finished)]
    [InlineData(AtZero.Repeat, TimerPhase.Finished)]
    [InlineData(AtZero.Overtime, TimerPhase.Overtime)]
    public void Zero_is_known_at_its_moment_though_nobody_recorded_it(AtZero atZero, TimerPhase phase) =>
        Assert.Equal(phase, Countdown("5m", atZero).Start(Noon).Phase(Noon.AddMinutes(5)));

    [Fact]
    public void A_timer_is_idle_until_its_first_start() => Assert.Equal(TimerPhase.Idle, Countdown().Phase(Noon));

    [Fact]
    public void A_timer_is_paused_once_it_has_spent_time() =>
        Assert.Equal(TimerPhase.Paused, Countdown().Start(Noon).Pause(Noon.AddSeconds(1)).Phase(Noon.AddHours(1)));

    [Fact]
    public void A_timer_paused_in_overtime_is_paused() =>
        Assert.Equal(TimerPhase.Paused, Countdown("5m", AtZero.Overtime).Start(Noon).Pause(Noon.AddMinutes(6)).Phase(Noon.AddMinutes(7)));

    [Fact]
    public void A_count_up_never_warns_and_never_finishes() =>
        Assert.Equal(TimerPhase.Running, CountUp().Start(Noon).Phase(Noon.AddDays(10)));

    [Fact]
    public void A_start_a_moment_ahead_leaves_the_timer_as_it_is_until_then()
    {
        var fresh = Countdown().Start(Noon.AddSeconds(1));
        Assert.Equal(TimerPhase.Idle, fresh.Phase(Noon));
        Assert.Equal(TimeSpan.FromMinutes(5), fresh.Remaining(Noon));
        Assert.Equal(TimerPhase.Running, fresh.Phase(Noon.AddSeconds(1)));

        var resumed = Countdown().Start(Noon).Pause(Noon.AddMinutes(1)).Start(Noon.AddMinutes(2));
        Assert.Equal(TimerPhase.Paused, resumed.Phase(Noon.AddMinutes(1.5)));
    }

    [Fact]
    public void A_later_round_that_begins_a_moment_ahead_is_paused_and_not_idle()
    {
        var repeating = Countdown("5m", AtZero.Repeat).Start(Noon).ReachZero(Noon.AddMinutes(5));
        Assert.Equal(TimerPhase.Paused, repeating.Phase(Noon.AddMinutes(4)));
    }
}
