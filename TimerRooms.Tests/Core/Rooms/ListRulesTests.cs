using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class ListRulesTests
{
    private static readonly Guid NewId = Guid.CreateVersion7();

    [Fact]
    public void A_timer_is_added_at_the_end_with_the_default_of_the_room()
    {
        var room = RoomOf(Countdown()) with { DefaultAtZero = AtZero.Overtime };
        var timer = room.After(new AddTimer(NewId, " Q&A ", TimeSpan.FromSeconds(90.7))).Timers[1];
        Assert.Equal(("Q&A", TimeSpan.FromSeconds(90), AtZero.Overtime, 2L), (timer.Title, timer.Duration, timer.AtZero, timer.ChangedIn));

        var told = room.After(new AddTimer(NewId, "Q&A", OneMinute, AtZero: AtZero.Stop)).Timers[1];
        Assert.Equal(AtZero.Stop, told.AtZero);
    }

    [Fact]
    public void A_count_up_needs_no_duration() =>
        Assert.Equal(TimeSpan.Zero, RoomOf().After(new AddTimer(NewId, "Open end", TimeSpan.FromDays(-1), TimerKind.CountUp)).Timers[0].Duration);

    [Theory]
    [InlineData("", 60, TimerKind.Countdown, null)]
    [InlineData("x", 0, TimerKind.Countdown, null)]
    [InlineData("x", 0.999, TimerKind.Countdown, null)]
    [InlineData("x", -60, TimerKind.Countdown, null)]
    [InlineData("x", 360_000, TimerKind.Countdown, null)]
    [InlineData("x", 60, (TimerKind)7, null)]
    [InlineData("x", 60, TimerKind.Countdown, (AtZero)7)]
    public void What_makes_no_timer_is_refused(string title, double seconds, TimerKind kind, AtZero? atZero) =>
        AssertRefused(RefusalKind.Invalid, RoomOf(), new AddTimer(NewId, title, TimeSpan.FromSeconds(seconds), kind, atZero));

    [Fact]
    public void A_room_holds_two_hundred_timers()
    {
        var room = RoomOf(Enumerable.Range(0, 199).Select(_ => Countdown()));
        var full = room.After(new AddTimer(NewId, "Last", OneMinute));
        Assert.Equal(200, full.Timers.Count);

        AssertRefused(RefusalKind.Full, full, new AddTimer(Guid.CreateVersion7(), "One more", OneMinute));
        AssertRefused(RefusalKind.Full, full, new DuplicateTimer(NewId, Guid.CreateVersion7()));
    }

    [Fact]
    public void A_copy_stands_below_its_original_and_has_not_begun()
    {
        var (first, second) = (Countdown("7m", AtZero.Repeat) with { Repeats = 3 }, Countdown());
        var room = RoomOf(first.Start(Noon), second).After(new DuplicateTimer(first.Id, NewId), Noon.AddMinutes(1));
        Assert.Equal([first.Id, NewId, second.Id], room.Timers.Select(timer => timer.Id));
        Assert.Equal(first with { Id = NewId, ChangedIn = 2 }, room.Timers[1]);
    }

    [Fact]
    public void What_was_done_already_changes_nothing()
    {
        var (first, second) = (Countdown(), Countdown());
        var room = RoomOf(first, second);
        AssertNothing(room, new AddTimer(first.Id, "again", OneMinute));
        AssertNothing(room, new DuplicateTimer(first.Id, second.Id));
        AssertNothing(room, new RemoveTimer(NewId, 1));
        AssertNothing(room, new MoveTimer(first.Id, first.Id));
        AssertNothing(room, new MoveTimer(first.Id, second.Id));
        AssertNothing(room, new MoveTimer(second.Id, null));
    }

    [Fact]
    public void A_timer_is_removed_only_as_the_person_saw_it()
    {
        var timer = Countdown();
        var room = RoomOf(timer);
        Assert.Empty(room.After(new RemoveTimer(timer.Id, 1)).Timers);

        var changed = room.After(new StartTimer(timer.Id));
        AssertRefused(RefusalKind.Changed, changed, new RemoveTimer(timer.Id, 1));
        Assert.Empty(changed.After(new RemoveTimer(timer.Id, 2)).Timers);
    }

    [Theory]
    [InlineData(0, 2, "bac")]
    [InlineData(0, null, "bca")]
    [InlineData(2, 0, "cab")]
    [InlineData(1, 0, "bac")]
    public void A_timer_moves_before_another_one_or_to_the_end(int which, int? before, string order)
    {
        var room = RoomOf("abc".Select(title => Countdown(title: title.ToString())));
        var moved = room.After(new MoveTimer(room.Timers[which].Id, before is { } at ? room.Timers[at].Id : null));
        Assert.Equal(order, string.Concat(moved.Timers.Select(timer => timer.Title)));
        Assert.All(moved.Timers, timer => Assert.Equal(1, timer.ChangedIn));
    }

    [Fact]
    public void What_is_not_there_cannot_be_copied_or_moved()
    {
        var room = RoomOf(Countdown());
        AssertRefused(RefusalKind.Gone, room, new DuplicateTimer(NewId, Guid.CreateVersion7()));
        AssertRefused(RefusalKind.Gone, room, new MoveTimer(NewId, null));
        AssertRefused(RefusalKind.Gone, room, new MoveTimer(room.Timers[0].Id, NewId));
    }
}
