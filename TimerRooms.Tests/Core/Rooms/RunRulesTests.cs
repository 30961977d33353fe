using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class RunRulesTests
{
    private readonly RoomTimer idle = Countdown();
    private readonly RoomTimer running = Countdown().Start(Noon);
    private readonly RoomTimer paused = Countdown().Start(Noon.AddMinutes(-2)).Pause(Noon);
    private readonly RoomTimer finished = Countdown().Start(Noon.AddMinutes(-9)).ReachZero(Noon.AddMinutes(-4));

    [Fact]
    public void A_repeated_click_changes_nothing()
    {
        var room = RoomOf(idle, running, paused);
        AssertNothing(room, new StartTimer(running.Id));
        AssertNothing(room, new ResumeTimer(running.Id));
        AssertNothing(room, new PauseTimer(paused.Id));
        AssertNothing(room, new PauseTimer(idle.Id));
        AssertNothing(room, new ResetTimer(idle.Id, Seen: 99));
        AssertNothing(room, new AddTime(idle.Id, TimeSpan.FromMilliseconds(999)));
        AssertNothing(room, new AddTimeToAll(TimeSpan.Zero));
    }

    [Fact]
    public void Resume_goes_on_with_what_is_paused_and_refuses_the_rest()
    {
        var room = RoomOf(idle, paused, finished);
        Assert.True(room.After(new ResumeTimer(paused.Id)).Timers[1].IsRunning);
        AssertRefused(RefusalKind.Changed, room, new ResumeTimer(idle.Id));
        AssertRefused(RefusalKind.Changed, room, new ResumeTimer(finished.Id));
    }

    [Fact]
    public void Reset_compares_what_the_person_saw()
    {
        var room = RoomOf(running);
        Assert.Equal(TimerRun.None, room.After(new ResetTimer(running.Id, 1)).Timers[0].Run);
        AssertRefused(RefusalKind.Changed, room.After(new PauseTimer(running.Id), Noon.AddMinutes(1)), new ResetTimer(running.Id, 1));
    }

    [Fact]
    public void A_timer_that_is_gone_cannot_be_driven()
    {
        var id = Guid.CreateVersion7();
        RoomCommand[] commands = [new StartTimer(id), new PauseTimer(id), new ResumeTimer(id), new ResetTimer(id, 1), new AddTime(id, OneMinute)];
        foreach (var command in commands) AssertRefused(RefusalKind.Gone, RoomOf(idle), command);
    }

    [Fact]
    public void All_timers_start_at_one_moment_and_those_running_are_left_alone()
    {
        var room = RoomOf(idle, running, paused, finished).After(new StartAll(), Noon.AddMinutes(1));
        Assert.Equal([1, 0, 1, 1], room.Timers.Select(timer => (timer.Run.RunningSince!.Value - Noon).TotalMinutes));
        Assert.Equal([2, 1, 2, 2], room.Timers.Select(timer => timer.ChangedIn));
        AssertNothing(room, new StartAll());
    }

    [Fact]
    public void All_timers_pause_and_go_on_and_are_reset()
    {
        var room = RoomOf(idle, running, paused, finished);
        Assert.DoesNotContain(room.After(new PauseAll(), Noon.AddMinutes(1)).Timers, timer => timer.IsRunning);
        Assert.Equal([false, true, true, false], room.After(new ResumeAll()).Timers.Select(timer => timer.IsRunning));
        Assert.All(room.After(new ResetAll()).Timers, timer => Assert.Equal(TimerRun.None, timer.Run));
        AssertNothing(RoomOf(idle), new PauseAll());
        AssertNothing(RoomOf(idle, finished), new ResumeAll());
        AssertNothing(RoomOf(idle), new ResetAll());
        AssertNothing(RoomOf(), new StartAll());
    }

    [Fact]
    public void Time_is_added_to_all_that_can_take_it()
    {
        var room = RoomOf(idle, Countdown("99:59:59")).After(new AddTimeToAll(OneMinute));
        Assert.Equal([6 * OneMinute, RoomTimer.LongestDuration], room.Timers.Select(timer => timer.Total));
        AssertRefused(RefusalKind.Invalid, RoomOf(idle), new AddTimeToAll(-5 * OneMinute));
    }

    [Fact]
    public void Amounts_nobody_can_add_or_take_are_refused_with_the_reason()
    {
        Assert.Contains("99:59:59", AssertRefused(RefusalKind.Invalid, RoomOf(idle), new AddTime(idle.Id, TimeSpan.MaxValue)), StringComparison.Ordinal);
        Assert.Contains("take away", AssertRefused(RefusalKind.Invalid, RoomOf(idle), new AddTime(idle.Id, TimeSpan.MinValue)), StringComparison.Ordinal);
        AssertRefused(RefusalKind.Invalid, RoomOf(idle), new AddTimeToAll(TimeSpan.MaxValue));
    }

    [Fact]
    public void A_zero_is_recorded_once_and_never_early()
    {
        var room = RoomOf(running);
        var zero = new ReachZero(running.Id, Noon.AddMinutes(5), Late: false);
        AssertNothing(room, zero, Noon.AddMinutes(5).AddMilliseconds(-1));
        AssertNothing(room, zero with { ZeroAt = Noon.AddMinutes(4) }, Noon.AddMinutes(5));

        var done = room.After(zero, Noon.AddMinutes(5));
        Assert.Equal(Noon.AddMinutes(5), done.Timers[0].Run.FinishedAt);
        AssertNothing(done, zero, Noon.AddMinutes(6));
        AssertNothing(done, zero with { TimerId = idle.Id }, Noon.AddMinutes(6));
    }

    [Fact]
    public void The_timer_below_starts_at_the_true_moment_however_late_it_is_noticed()
    {
        var first = Countdown("5m", AtZero.StartNext).Start(Noon);
        var room = RoomOf(first, idle).After(new ReachZero(first.Id, Noon.AddMinutes(5), Late: true), Noon.AddHours(1));
        Assert.False(room.Timers[0].IsRunning);
        Assert.Equal(Noon.AddMinutes(5), room.Timers[1].Run.RunningSince);
    }

    [Fact]
    public void A_timer_below_that_runs_already_is_left_alone_and_the_last_one_has_none()
    {
        var first = Countdown("5m", AtZero.StartNext).Start(Noon);
        var zero = new ReachZero(first.Id, Noon.AddMinutes(5), Late: false);
        var room = RoomOf(first, running);
        Assert.Same(room.Timers[1], room.After(zero, Noon.AddMinutes(5)).Timers[1]);
        Assert.Equal(TimerPhase.Finished, RoomOf(first).After(zero, Noon.AddMinutes(5)).Timers[0].Phase(Noon.AddMinutes(5)));
    }
}
