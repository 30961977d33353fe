using System.Globalization;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class RunOrderTests
{
    // each timer by its state, and where it matters by when it was last changed
    [Theory]
    [InlineData("idle idle idle", 0, 0, null)]
    [InlineData("idle running idle", 1, 2, 0)]
    [InlineData("running idle running", 0, 1, null)]
    [InlineData("idle overtime", 1, null, 0)]
    [InlineData("paused2 paused1 idle", 0, 1, null)]
    [InlineData("paused1 paused2 idle", 1, 2, 0)]
    [InlineData("paused1 running idle", 1, 2, 0)]
    [InlineData("finished1 idle idle", 1, 1, 0)]
    [InlineData("paused1 finished2 idle", 2, 2, 1)]
    [InlineData("finished2 paused1 idle", 1, 2, 0)]
    [InlineData("finished2 finished1 idle", 2, 2, 1)]
    [InlineData("paused1 finished2", 1, null, 0)]
    [InlineData("idle finished1", 1, null, 0)]
    [InlineData("finished1", 0, null, null)]
    public void The_current_timer_and_those_around_it(string timers, int current, int? next, int? previous)
    {
        var room = RoomOf() with { Timers = [.. timers.Split(' ').Select(state => In(state) with { ChangedIn = ChangedIn(state) })] };

        Assert.Equal((current, next, previous), (Index(RunOrder.Current(room))!.Value, Index(RunOrder.Next(room)), Index(RunOrder.Previous(room))));

        int? Index(RoomTimer? timer) => timer is null ? null : room.Timers.IndexOf(timer);
    }

    [Fact]
    public void An_empty_room_has_none() =>
        Assert.Equal((null, null, null), (RunOrder.Current(RoomOf()), RunOrder.Next(RoomOf()), RunOrder.Previous(RoomOf())));

    [Fact]
    public void Steps_on_lead_through_a_whole_show_also_past_a_timer_that_came_to_its_end()
    {
        var room = RoomOf(Countdown("5m", title: "One"), Countdown("1m", title: "Two"), Countdown("5m", title: "Three"));
        List<string> on = [];

        room = Step(room, Noon);
        room = Step(room, Noon.AddMinutes(1));
        var zeroAt = room.NextZeroAt!.Value;
        room = room.After(new ReachZero(RunOrder.Current(room)!.Id, zeroAt, Late: false), zeroAt);
        room = Step(room, zeroAt.AddMinutes(1));

        Assert.Equal(["One", "Two", "Three"], on);
        Assert.Null(RunOrder.Next(room));
        Assert.Equal(["One"], room.Timers.Where(timer => timer.IsPaused).Select(timer => timer.Title));

        Room Step(Room from, DateTimeOffset at)
        {
            var next = RunOrder.StepTo(from, RunOrder.Next(from)!).Aggregate(from, (before, command) => before.After(command, at));
            on.Add(Assert.Single(next.Timers, timer => timer.IsRunning).Title);
            return next;
        }
    }

    [Fact]
    public void A_step_pauses_the_timer_that_runs_and_starts_the_other()
    {
        var room = RoomOf(In("running"), In("idle"));
        var (one, other) = (room.Timers[0], room.Timers[1]);

        Assert.Equal([new PauseTimer(one.Id), new StartTimer(other.Id)], RunOrder.StepTo(room, other));
        Assert.Equal([new StartTimer(one.Id)], RunOrder.StepTo(room, one));
        Assert.Equal([new StartTimer(other.Id)], RunOrder.StepTo(RoomOf(In("paused"), other), other));
    }

    private static long ChangedIn(string state) => char.IsAsciiDigit(state[^1]) ? long.Parse(state[^1..], CultureInfo.InvariantCulture) : 0;

    private static RoomTimer In(string state) => state.TrimEnd('1', '2') switch
    {
        "running" => Countdown().Start(Noon),
        "overtime" => Countdown("5m", AtZero.Overtime).Start(Noon.AddMinutes(-6)).ReachZero(Noon.AddMinutes(-1)),
        "paused" => Countdown().Start(Noon.AddMinutes(-1)).Pause(Noon),
        "finished" => Countdown().Start(Noon.AddMinutes(-5)).ReachZero(Noon),
        _ => Countdown(),
    };
}
