using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Timers;

public sealed class RoomTimerAddTimeTests
{
    [Fact]
    public void A_running_countdown_runs_on_with_more_left()
    {
        var timer = Countdown().Start(Noon).AddTime(OneMinute, Noon.AddMinutes(2))!;
        Assert.True(timer.IsRunning);
        Assert.Equal(TimeSpan.FromMinutes(4), timer.Remaining(Noon.AddMinutes(2)));
        Assert.Equal(Noon.AddMinutes(6), timer.ZeroAt);
    }

    [Fact]
    public void An_idle_countdown_stays_idle_with_more_to_go()
    {
        var timer = Countdown().AddTime(OneMinute, Noon)!;
        Assert.Equal(TimerPhase.Idle, timer.Phase(Noon));
        Assert.Equal(TimeSpan.FromMinutes(6), timer.Remaining(Noon));
    }

    [Fact]
    public void A_finished_timer_is_paused_with_that_much_and_may_finish_again()
    {
        var timer = Countdown().Start(Noon).ReachZero(Noon.AddMinutes(5)).AddTime(OneMinute, Noon.AddMinutes(8))!;
        Assert.Equal(TimerPhase.Paused, timer.Phase(Noon.AddMinutes(8)));
        Assert.Equal(OneMinute, timer.Remaining(Noon.AddMinutes(8)));
        Assert.Equal(Noon.AddMinutes(10), timer.Start(Noon.AddMinutes(9)).ZeroAt);
    }

    [Fact]
    public void Time_given_in_overtime_runs_on_and_reaches_zero_a_second_time()
    {
        var timer = Countdown("5m", AtZero.Overtime).Start(Noon).ReachZero(Noon.AddMinutes(5)).AddTime(TimeSpan.FromMinutes(3), Noon.AddMinutes(6))!;
        Assert.Equal(TimeSpan.FromMinutes(2), timer.Remaining(Noon.AddMinutes(6)));
        Assert.Equal(Noon.AddMinutes(8), timer.ZeroAt);
    }

    [Fact]
    public void Too_little_time_given_in_overtime_leaves_it_there()
    {
        var timer = Countdown("5m", AtZero.Overtime).Start(Noon).ReachZero(Noon.AddMinutes(5)).AddTime(OneMinute, Noon.AddMinutes(8))!;
        Assert.Equal(TimerPhase.Overtime, timer.Phase(Noon.AddMinutes(8)));
        Assert.Null(timer.ZeroAt);
    }

    [Theory]
    [InlineData(-179, true)]
    [InlineData(-180, false)]
    [InlineData(-299, false)]
    [InlineData(359_699, true)]
    [InlineData(359_700, false)]
    public void No_more_is_taken_than_is_left_and_no_more_given_than_fits(int seconds, bool possible)
    {
        var timer = Countdown().Start(Noon);
        Assert.Equal(possible, timer.AddTime(TimeSpan.FromSeconds(seconds), Noon.AddMinutes(2)) is not null);
    }

    [Fact]
    public void Nothing_can_be_taken_from_a_finished_timer() =>
        Assert.Null(Countdown().Start(Noon).ReachZero(Noon.AddMinutes(5)).AddTime(-OneMinute, Noon.AddMinutes(8)));

    [Fact]
    public void A_count_up_moves_on_and_back_but_not_below_zero()
    {
        var timer = CountUp().Start(Noon);
        Assert.Equal(TimeSpan.FromMinutes(3), timer.AddTime(OneMinute, Noon.AddMinutes(2))!.Elapsed(Noon.AddMinutes(2)));
        Assert.Equal(TimeSpan.FromMinutes(2), timer.AddTime(-OneMinute, Noon.AddMinutes(2))!.Elapsed(Noon.AddMinutes(3)));
        Assert.Null(timer.AddTime(TimeSpan.FromMinutes(-3), Noon.AddMinutes(2)));
    }

    [Fact]
    public void Amounts_beyond_all_measure_are_not_possible()
    {
        foreach (var amount in new[] { TimeSpan.MaxValue, TimeSpan.MinValue, TimeSpan.FromHours(101), TimeSpan.FromHours(-101) })
        {
            Assert.Null(Countdown().Start(Noon).AddTime(amount, Noon));
            Assert.Null(CountUp().Start(Noon).AddTime(amount, Noon));
        }
    }
}
