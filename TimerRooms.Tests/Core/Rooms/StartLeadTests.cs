using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

/// <summary>A start lies a moment ahead; until then the timer stands as it stood.</summary>
public sealed class StartLeadTests
{
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(150);
    private static readonly DateTimeOffset Within = Noon + Lead / 2, Due = Noon + Lead;

    private readonly RoomTimer idle = Countdown();
    private readonly RoomTimer paused = Countdown().Start(Noon.AddMinutes(-2)).Pause(Noon);

    [Fact]
    public void Every_start_by_hand_lies_ahead_by_the_delay_of_the_room()
    {
        foreach (var command in new RoomCommand[] { new StartTimer(idle.Id), new StartTimer(paused.Id), new ResumeTimer(paused.Id), new StartAll(), new ResumeAll() })
        {
            var moments = Leading(idle, paused).After(command).Timers.Select(timer => timer.Run.RunningSince).OfType<DateTimeOffset>();
            Assert.Equal([Due], moments.Distinct());
        }
    }

    [Fact]
    public void Until_its_moment_a_started_timer_stands_as_it_stood_and_then_runs()
    {
        var room = Leading(idle, paused).After(new StartAll());
        Assert.Equal([TimerPhase.Idle, TimerPhase.Paused], Phases(room, Due.AddMilliseconds(-1)));
        Assert.Equal([5 * OneMinute, 3 * OneMinute], Remaining(room, Due));
        Assert.Equal([TimerPhase.Running, TimerPhase.Running], Phases(room, Due));
        Assert.Equal([4 * OneMinute, 2 * OneMinute], Remaining(room, Due + OneMinute));
        Assert.Equal(Due + 3 * OneMinute, room.NextZeroAt);
    }

    [Fact]
    public void A_second_click_within_the_delay_changes_nothing()
    {
        var room = Leading(idle, paused).After(new StartAll());
        foreach (var command in new RoomCommand[] { new StartTimer(idle.Id), new ResumeTimer(idle.Id), new StartAll(), new ResumeAll() })
            AssertNothing(room, command, Within);
    }

    [Fact]
    public void A_first_start_paused_or_reset_within_the_delay_leaves_an_idle_timer_with_nothing_counted()
    {
        var room = Leading(idle).After(new StartAll());
        var stopped = room.After(new PauseTimer(idle.Id), Within).Timers[0];
        Assert.Equal((TimerRun.None, TimerPhase.Idle), (stopped.Run, stopped.Phase(Due)));
        Assert.Equal(TimerRun.None, room.After(new ResetTimer(idle.Id, 2), Within).Timers[0].Run);
    }

    [Fact]
    public void A_resumed_timer_paused_within_the_delay_has_lost_nothing()
    {
        var room = Leading(paused).After(new ResumeTimer(paused.Id)).After(new PauseAll(), Within);
        Assert.Equal(paused.Run, room.Timers[0].Run);
    }

    [Fact]
    public void A_finished_timer_started_over_and_paused_within_the_delay_is_ready_again()
    {
        var finished = Countdown().Start(Noon.AddMinutes(-9)).ReachZero(Noon.AddMinutes(-4));
        var room = Leading(finished).After(new StartTimer(finished.Id)).After(new PauseTimer(finished.Id), Within);
        Assert.Equal((TimerRun.None, 5 * OneMinute), (room.Timers[0].Run, room.Timers[0].Remaining(Due)));
    }

    [Fact]
    public void Time_added_within_the_delay_moves_the_end_and_not_the_start()
    {
        var room = Leading(idle, CountUp()).After(new StartAll()).After(new AddTimeToAll(OneMinute), Within);
        Assert.All(room.Timers, timer => Assert.Equal(Due, timer.Run.RunningSince));
        Assert.Equal(Due + 6 * OneMinute, room.NextZeroAt);
        Assert.Equal([OneMinute, 2 * OneMinute], new[] { Due, Due + OneMinute }.Select(room.Timers[1].Elapsed));
        AssertRefused(RefusalKind.Invalid, room, new AddTime(idle.Id, -6 * OneMinute), Within);
    }

    [Fact]
    public void A_new_duration_within_the_delay_counts_from_the_start_and_one_used_up_already_ends_now()
    {
        var room = Leading(idle, paused).After(new StartAll());
        Assert.Equal(Due + OneMinute, room.After(new EditTimer(idle.Id) { Duration = new(5 * OneMinute, OneMinute) }, Within).NextZeroAt);
        Assert.Equal(Within, room.After(new EditTimer(paused.Id) { Duration = new(5 * OneMinute, OneMinute) }, Within).NextZeroAt);
    }

    [Fact]
    public void A_start_is_taken_back_within_the_delay_and_a_pause_within_it_too()
    {
        var start = Leading(paused).Decide(new ResumeTimer(paused.Id));
        Assert.Equal(paused.Run, start.Next.After(start.Undo(), Within).Timers[0].Run);

        var pause = start.Next.Decide(new PauseTimer(paused.Id), Within);
        var room = pause.Next.After(pause.Undo(), Noon + OneMinute);
        Assert.Equal(2 * OneMinute + Lead, room.Timers[0].Remaining(Noon + OneMinute));
    }

    [Fact]
    public void What_the_server_starts_at_a_zero_starts_at_that_very_moment()
    {
        var (first, again) = (Countdown("5m", AtZero.StartNext).Start(Noon), Countdown("5m", AtZero.Repeat).Start(Noon));
        var zero = Noon.AddMinutes(5);
        var room = Leading(first, idle, again).After(new ReachZero(first.Id, zero, Late: false), zero).After(new ReachZero(again.Id, zero, Late: false), zero);
        Assert.Equal([null, zero, zero], room.Timers.Select(timer => timer.Run.RunningSince));
    }

    [Fact]
    public void A_start_on_its_way_is_left_alone_when_the_timer_above_ends()
    {
        var first = Countdown("5m", AtZero.StartNext).Start(Within.AddMinutes(-5));
        var room = Leading(first, idle).After(new StartTimer(idle.Id)).After(new ReachZero(first.Id, Within, Late: false), Within);
        Assert.Equal(Due, room.Timers[1].Run.RunningSince);
    }

    private static Room Leading(params RoomTimer[] timers) => RoomOf(timers) with { StartLead = Lead };

    private static IEnumerable<TimerPhase> Phases(Room room, DateTimeOffset at) => room.Timers.Select(timer => timer.Phase(at));

    private static IEnumerable<TimeSpan> Remaining(Room room, DateTimeOffset at) => room.Timers.Select(timer => timer.Remaining(at));
}
