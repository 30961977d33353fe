using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Timers;

/// <summary>What becomes of a run when the settings change under it.</summary>
public sealed class RoomTimerSettleTests
{
    [Fact]
    public void A_duration_used_up_by_the_change_reaches_zero_now()
    {
        var timer = (Countdown("10m").Start(Noon) with { Duration = TimeSpan.FromMinutes(2) }).Settle(Noon.AddMinutes(6));
        Assert.Equal(Noon.AddMinutes(6), timer.ZeroAt);
    }

    [Fact]
    public void Into_overtime_the_time_beyond_zero_is_kept()
    {
        var timer = (Countdown("10m", AtZero.Overtime).Start(Noon) with { Duration = TimeSpan.FromMinutes(2) }).Settle(Noon.AddMinutes(6));
        Assert.Equal(Noon.AddMinutes(6), timer.ZeroAt);
        Assert.Equal(TimeSpan.FromMinutes(-4), timer.Remaining(Noon.AddMinutes(6)));
    }

    [Fact]
    public void A_change_that_leaves_time_leaves_the_run_as_it_is()
    {
        var timer = Countdown("10m").Start(Noon);
        Assert.Equal(timer.Run, (timer with { Duration = TimeSpan.FromMinutes(7) }).Settle(Noon.AddMinutes(6)).Run);
    }

    [Fact]
    public void A_finished_timer_made_longer_is_paused_with_the_rest_and_may_finish_again()
    {
        var timer = (Countdown().Start(Noon).ReachZero(Noon.AddMinutes(5)) with { Duration = TimeSpan.FromMinutes(8) }).Settle(Noon.AddMinutes(9));
        Assert.Equal(TimerPhase.Paused, timer.Phase(Noon.AddMinutes(9)));
        Assert.Equal(Noon.AddMinutes(13), timer.Start(Noon.AddMinutes(10)).ZeroAt);
    }

    [Fact]
    public void Overtime_that_is_not_wanted_any_more_ends_at_zero()
    {
        var overtime = Countdown("5m", AtZero.Overtime).Start(Noon).ReachZero(Noon.AddMinutes(5));
        var timer = (overtime with { AtZero = AtZero.Stop }).Settle(Noon.AddMinutes(7));
        Assert.False(timer.IsRunning);
        Assert.Equal(TimerPhase.Finished, timer.Phase(Noon.AddMinutes(7)));
        Assert.Equal(Noon.AddMinutes(5), timer.Run.FinishedAt);
    }

    [Fact]
    public void Overtime_made_shorter_goes_on_and_reaches_zero_no_second_time()
    {
        var overtime = Countdown("5m", AtZero.Overtime).Start(Noon).ReachZero(Noon.AddMinutes(5));
        var timer = (overtime with { Duration = TimeSpan.FromMinutes(4) }).Settle(Noon.AddMinutes(7));
        Assert.Null(timer.ZeroAt);
        Assert.Equal(TimeSpan.FromMinutes(-3), timer.Remaining(Noon.AddMinutes(7)));
    }

    [Theory]
    [InlineData("5m", -240, "2m")]
    [InlineData("5m", 60, "99:59:59")]
    public void Added_time_that_does_not_fit_the_new_duration_goes(string before, int added, string after)
    {
        var timer = Countdown(before).Start(Noon).AddTime(TimeSpan.FromSeconds(added), Noon)! with { Duration = DurationText.Parse(after)!.Value };
        Assert.Equal(timer.Duration, timer.Settle(Noon).Total);
    }

    [Fact]
    public void A_countdown_turned_into_a_count_up_shows_what_it_has_spent()
    {
        var timer = (Countdown().Start(Noon).ReachZero(Noon.AddMinutes(5)) with { Kind = TimerKind.CountUp }).Settle(Noon.AddMinutes(7));
        Assert.Equal(TimerPhase.Paused, timer.Phase(Noon.AddMinutes(7)));
        Assert.Equal(TimeSpan.FromMinutes(5), timer.Elapsed(Noon.AddMinutes(7)));
    }
}
