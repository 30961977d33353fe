using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class RoomTemplatesTests
{
    [Theory]
    [InlineData(RoomTemplate.Blank, "")]
    [InlineData(RoomTemplate.FocusSession, "Focus 1 25:00, Break 1 05:00, Focus 2 25:00, Break 2 05:00, Focus 3 25:00, Break 3 05:00, Focus 4 25:00, Long break 15:00")]
    [InlineData(RoomTemplate.Talk, "Talk 20:00, Questions 10:00")]
    [InlineData(RoomTemplate.SessionClock, "Session 00:00")]
    public void A_template_has_these_timers(RoomTemplate template, string timers) =>
        Assert.Equal(timers, string.Join(", ", Made(template).Timers.Select(timer => $"{timer.Title} {ClockText.Of(timer.Duration)}")));

    [Fact]
    public void A_focus_session_runs_through_by_itself_and_ends_with_the_long_break()
    {
        var room = Made(RoomTemplate.FocusSession) with { StartLead = TimeSpan.Zero };
        room = room.After(new StartTimer(room.Timers[0].Id));
        while (room.NextZeroAt is { } zeroAt)
            room = room.After(new ReachZero(room.Timers.Single(timer => timer.ZeroAt == zeroAt).Id, zeroAt, false), zeroAt);

        Assert.All(room.Timers, timer => Assert.True(timer.IsFinished));
        Assert.Equal(Noon.AddMinutes(4 * 25 + 3 * 5 + 15), room.Timers[^1].Run.FinishedAt);
    }

    [Fact]
    public void A_talk_warns_in_time_and_runs_over()
    {
        var talk = Made(RoomTemplate.Talk).Timers[0].Start(Noon);
        Assert.Equal(
            [TimerPhase.Running, TimerPhase.Warning, TimerPhase.Danger, TimerPhase.Overtime],
            new[] { 14, 16, 19.5, 21 }.Select(minutes => talk.Phase(Noon.AddMinutes(minutes))));
    }

    [Fact]
    public void A_session_clock_counts_up() => Assert.Equal(TimerKind.CountUp, Assert.Single(Made(RoomTemplate.SessionClock).Timers).Kind);

    [Fact]
    public void The_journal_says_which_template_it_was() =>
        Assert.Equal(new CreateRoom("Main hall", Template: RoomTemplate.Talk), Decided(RoomTemplate.Talk).Change!.Command);

    private static Room Made(RoomTemplate template)
    {
        var room = Decided(template).AcceptedNext();
        Assert.Equal(room.Timers.Count, room.Timers.Select(timer => timer.Id).Distinct().Count());
        Assert.All(room.Timers, timer => Assert.Equal((1, false), (timer.ChangedIn, timer.IsRunning)));
        return room;
    }

    private static Decision Decided(RoomTemplate template)
    {
        var ids = RoomTemplates.TimersOf(template).ConvertAll(_ => Guid.CreateVersion7());
        return RoomRules.Create(Guid.CreateVersion7(), "Main hall", Owner, Noon, null, ids, template);
    }
}
