using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class ClockRulesTests
{
    [Fact]
    public void What_was_saved_before_the_start_is_moved_and_what_began_since_is_not()
    {
        var (old, fresh) = (Countdown().Start(Noon.AddMinutes(-1)), Countdown().Start(Noon.AddMinutes(1)));
        var room = RoomOf(old, fresh).After(new CorrectClock(Noon, -2 * OneMinute), Noon.AddMinutes(2));
        Assert.Equal([Noon.AddMinutes(-3), Noon.AddMinutes(1)], room.Timers.Select(timer => timer.Run.RunningSince!.Value));
    }

    [Fact]
    public void What_lies_ahead_of_now_was_saved_before_the_clock_went_back()
    {
        var timer = Countdown("1h").Start(Noon.AddDays(400));
        var room = RoomOf(timer).After(new CorrectClock(Noon, TimeSpan.FromDays(-400)), Noon.AddSeconds(30));
        Assert.Equal(Noon, room.Timers[0].Run.RunningSince);
    }

    [Fact]
    public void A_start_within_its_delay_lies_ahead_of_now_and_is_not_moved()
    {
        var room = RoomOf(Countdown()) with { StartLead = Room.LongestStartLead };
        var started = room.After(new StartAll(), Noon.AddMinutes(1));
        var corrected = started.After(new CorrectClock(Noon, -OneMinute), Noon.AddMinutes(1));  // nothing can be undone afterwards
        Assert.Equal(Noon.AddMinutes(1) + Room.LongestStartLead, corrected.Timers[0].Run.RunningSince);
    }

    [Fact]
    public void Nothing_can_be_undone_afterwards_because_that_would_bring_old_moments_back()
    {
        var timer = Countdown().Start(Noon);
        var paused = RoomOf(timer).Decide(new PauseTimer(timer.Id), Noon.AddMinutes(1));
        var room = paused.Next.After(new CorrectClock(Noon.AddHours(1), -OneMinute), Noon.AddHours(1));
        Assert.Empty(room.Undoable);
        AssertRefused(RefusalKind.Gone, room, paused.Undo());
    }

    [Fact]
    public void A_room_without_moments_is_left_alone() => AssertNothing(RoomOf(Countdown()), new CorrectClock(Noon, -OneMinute));

    [Fact]
    public void A_deleted_room_is_corrected_too()
    {
        var room = RoomOf().After(new DeleteRoom()).After(new CorrectClock(Noon.AddHours(1), -OneMinute), Noon.AddHours(1));
        Assert.Equal(Noon.AddMinutes(-1), room.DeletedAt);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(1)]
    public void Only_a_clock_that_was_behind_by_less_than_a_century_is_corrected(long ticks) =>
        AssertRefused(RefusalKind.Invalid, RoomOf(Countdown().Start(Noon)), new CorrectClock(Noon.AddHours(1), TimeSpan.FromTicks(ticks)));
}
