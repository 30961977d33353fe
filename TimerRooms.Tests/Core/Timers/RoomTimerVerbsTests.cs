using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Timers;

public sealed class RoomTimerVerbsTests
{
    [Fact]
    public void Pause_keeps_the_time_already_spent()
    {
        var timer = Countdown().Start(Noon).Pause(Noon.AddMinutes(2));
        Assert.Equal(TimeSpan.FromMinutes(3), timer.Remaining(Noon.AddHours(1)));
        Assert.Equal(TimeSpan.FromMinutes(2), timer.Elapsed(Noon.AddHours(1)));
    }

    [Fact]
    public void Going_on_counts_from_where_the_pause_began()
    {
        var timer = Countdown().Start(Noon).Pause(Noon.AddMinutes(2)).Start(Noon.AddHours(1));
        Assert.Equal(TimeSpan.FromMinutes(2), timer.Remaining(Noon.AddHours(1).AddMinutes(1)));
    }

    [Fact]
    public void A_repeated_verb_gives_the_same_instance_back()
    {
        var idle = Countdown();
        Assert.Same(idle, idle.Pause(Noon));
        Assert.Same(idle, idle.Reset());

        var running = idle.Start(Noon);
        Assert.Same(running, running.Start(Noon.AddMinutes(1)));

        var paused = running.Pause(Noon.AddMinutes(1));
        Assert.Same(paused, paused.Pause(Noon.AddMinutes(2)));
    }

    [Fact]
    public void Start_on_a_finished_timer_starts_it_over()
    {
        var finished = Countdown().Start(Noon).ReachZero(Noon.AddMinutes(5));
        var again = finished.Start(Noon.AddMinutes(8));
        Assert.Equal(TimeSpan.FromMinutes(5), again.Remaining(Noon.AddMinutes(8)));
        Assert.Equal(Noon.AddMinutes(13), again.ZeroAt);
    }

    [Fact]
    public void Start_on_a_timer_paused_in_overtime_goes_on_below_zero()
    {
        var paused = Countdown("5m", AtZero.Overtime).Start(Noon).ReachZero(Noon.AddMinutes(5)).Pause(Noon.AddMinutes(6));
        Assert.Equal(TimeSpan.FromMinutes(-2), paused.Start(Noon.AddHours(1)).Remaining(Noon.AddHours(1).AddMinutes(1)));
    }

    [Fact]
    public void Pause_after_an_unrecorded_zero_records_its_true_moment() =>
        Assert.Equal(Noon.AddMinutes(5), Countdown().Start(Noon).Pause(Noon.AddMinutes(9)).Run.FinishedAt);

    [Fact]
    public void Pause_at_a_zero_into_overtime_does_not_call_it_finished_early() =>
        Assert.Null(Countdown("5m", AtZero.Overtime).Start(Noon).Pause(Noon.AddMinutes(4)).Run.FinishedAt);

    [Fact]
    public void Reset_takes_back_the_run_and_the_time_added_to_it()
    {
        var timer = Countdown().Start(Noon).AddTime(OneMinute, Noon)!.Pause(Noon.AddMinutes(2)).Reset();
        Assert.Equal(TimeSpan.FromMinutes(5), timer.Remaining(Noon));
        Assert.Equal(TimerPhase.Idle, timer.Phase(Noon));
    }

    [Fact]
    public void Elapsed_of_what_ends_at_zero_stops_there_and_overtime_goes_on()
    {
        Assert.Equal(TimeSpan.Zero, Countdown().Start(Noon).Remaining(Noon.AddHours(1)));
        Assert.Equal(TimeSpan.FromMinutes(-55), Countdown("5m", AtZero.Overtime).Start(Noon).Remaining(Noon.AddHours(1)));
    }

    [Fact]
    public void A_clock_behind_the_start_never_makes_elapsed_negative() =>
        Assert.Equal(TimeSpan.Zero, CountUp().Start(Noon).Elapsed(Noon.AddHours(-1)));

    [Fact]
    public void At_zero_a_timer_that_stops_stands_at_zero_and_has_no_zero_ahead()
    {
        var timer = Countdown().Start(Noon).ReachZero(Noon.AddMinutes(5));
        Assert.False(timer.IsRunning);
        Assert.Equal(Noon.AddMinutes(5), timer.Run.FinishedAt);
        Assert.Equal(TimeSpan.Zero, timer.Remaining(Noon.AddHours(2)));
        Assert.Null(timer.ZeroAt);
    }

    [Fact]
    public void At_zero_a_timer_in_overtime_runs_on_and_has_no_second_zero()
    {
        var timer = Countdown("5m", AtZero.Overtime).Start(Noon).ReachZero(Noon.AddMinutes(5));
        Assert.True(timer.IsRunning);
        Assert.Null(timer.ZeroAt);
        Assert.Equal(TimerPhase.Overtime, timer.Phase(Noon.AddMinutes(6)));
    }

    [Fact]
    public void A_repeating_timer_starts_over_as_often_as_it_says_and_then_stops()
    {
        var timer = Countdown("5m", AtZero.Repeat) with { Repeats = 2 };
        timer = timer.Start(Noon);
        for (var round = 1; round <= 2; round++)
        {
            timer = timer.ReachZero(timer.ZeroAt!.Value);
            Assert.Equal(Noon.AddMinutes(5 * round), timer.Run.RunningSince);
            Assert.Equal(round, timer.Run.Round);
        }

        timer = timer.ReachZero(timer.ZeroAt!.Value);
        Assert.Equal(TimerPhase.Finished, timer.Phase(Noon.AddMinutes(15)));
        Assert.Equal(Noon.AddMinutes(15), timer.Run.FinishedAt);
    }

    [Fact]
    public void Moving_moments_moves_all_of_them_and_nothing_else()
    {
        var timer = Countdown("5m", AtZero.Overtime).Start(Noon).ReachZero(Noon.AddMinutes(5));
        var moved = timer.Moved(moment => moment.AddHours(1));
        Assert.Equal(timer.Run with { RunningSince = Noon.AddHours(1), FinishedAt = Noon.AddHours(1).AddMinutes(5) }, moved.Run);

        var paused = Countdown().Start(Noon).Pause(Noon.AddMinutes(1));
        Assert.Same(paused, paused.Moved(moment => moment.AddHours(1)));
    }
}
