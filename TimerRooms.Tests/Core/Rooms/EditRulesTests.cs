using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class EditRulesTests
{
    [Fact]
    public void Only_the_fields_given_change()
    {
        var timer = Countdown("10m", AtZero.Overtime);
        var edit = new EditTimer(timer.Id) { Title = new("Talk", " Keynote "), WarningLeft = new(null, TimeSpan.FromSeconds(90.5)) };
        Assert.Equal(timer with { Title = "Keynote", WarningLeft = TimeSpan.FromSeconds(90), ChangedIn = 2 }, RoomOf(timer).After(edit).Timers[0]);
    }

    [Fact]
    public void Every_field_can_be_changed_in_one_edit()
    {
        var timer = Countdown("10m");
        var edited = RoomOf(timer).After(new EditTimer(timer.Id)
        {
            Title = new("Talk", "Sprint"),
            Kind = new(TimerKind.Countdown, TimerKind.Countdown),
            Duration = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(25)),
            AtZero = new(AtZero.Stop, AtZero.Repeat),
            Repeats = new(1, 4),
            WarningLeft = new(null, TimeSpan.FromMinutes(5)),
            DangerLeft = new(null, OneMinute),
        }).Timers[0];
        Assert.Equal(timer with
        {
            Title = "Sprint",
            Duration = TimeSpan.FromMinutes(25),
            AtZero = AtZero.Repeat,
            Repeats = 4,
            WarningLeft = TimeSpan.FromMinutes(5),
            DangerLeft = OneMinute,
            ChangedIn = 2,
        }, edited);
    }

    [Fact]
    public void Two_people_who_change_different_fields_both_have_their_way()
    {
        var timer = Countdown("10m");
        var room = RoomOf(timer)
            .After(new EditTimer(timer.Id) { Title = new("Talk", "Keynote") })
            .After(new EditTimer(timer.Id) { Duration = new(timer.Duration, TimeSpan.FromMinutes(20)) });
        Assert.Equal(("Keynote", TimeSpan.FromMinutes(20)), (room.Timers[0].Title, room.Timers[0].Duration));
    }

    [Fact]
    public void The_second_of_two_who_change_the_same_field_is_told()
    {
        var timer = Countdown();
        var room = RoomOf(timer).After(new EditTimer(timer.Id) { Title = new("Talk", "Keynote") });
        AssertRefused(RefusalKind.Changed, room, new EditTimer(timer.Id) { Title = new("Talk", "Panel") });
        AssertNothing(room, new EditTimer(timer.Id) { Title = new("Talk", "Keynote") });
    }

    public static TheoryData<EditTimer> Conflicts => new(
        new EditTimer(default) { Kind = new((TimerKind)9, TimerKind.CountUp) },
        new EditTimer(default) { Duration = new(OneMinute, 2 * OneMinute) },
        new EditTimer(default) { AtZero = new(AtZero.Repeat, AtZero.Overtime) },
        new EditTimer(default) { Repeats = new(7, 8) },
        new EditTimer(default) { WarningLeft = new(OneMinute, 2 * OneMinute) },
        new EditTimer(default) { DangerLeft = new(OneMinute, 2 * OneMinute) });

    [Theory, MemberData(nameof(Conflicts))]
    public void An_edit_of_a_value_nobody_sees_any_more_is_refused(EditTimer edit)
    {
        var timer = Countdown();
        AssertRefused(RefusalKind.Changed, RoomOf(timer), edit with { TimerId = timer.Id });
    }

    public static TheoryData<EditTimer> Faults => new(
        new EditTimer(default) { Title = new("Talk", "\u200B") },
        new EditTimer(default) { Kind = new(TimerKind.Countdown, (TimerKind)9) },
        new EditTimer(default) { AtZero = new(AtZero.Stop, (AtZero)9) },
        new EditTimer(default) { Duration = new(5 * OneMinute, TimeSpan.Zero) },
        new EditTimer(default) { Duration = new(5 * OneMinute, TimeSpan.MaxValue) },
        new EditTimer(default) { Duration = new(5 * OneMinute, TimeSpan.MinValue) },
        new EditTimer(default) { Duration = new(5 * OneMinute, TimeSpan.MaxValue), Kind = new(TimerKind.Countdown, TimerKind.CountUp) },
        new EditTimer(default) { Repeats = new(1, 0) },
        new EditTimer(default) { Repeats = new(1, 100) },
        new EditTimer(default) { WarningLeft = new(null, -OneMinute) },
        new EditTimer(default) { DangerLeft = new(null, TimeSpan.FromHours(100)) });

    [Theory, MemberData(nameof(Faults))]
    public void A_value_out_of_its_range_is_refused(EditTimer edit)
    {
        var timer = Countdown();
        AssertRefused(RefusalKind.Invalid, RoomOf(timer), edit with { TimerId = timer.Id });
    }

    [Fact]
    public void A_new_duration_of_a_timer_that_never_ran_is_what_it_counts_from()
    {
        var timer = Countdown();
        var room = RoomOf(timer).After(new AddTime(timer.Id, OneMinute));
        Assert.Equal(8 * OneMinute, room.After(new EditTimer(timer.Id) { Duration = new(5 * OneMinute, 8 * OneMinute) }).Timers[0].Total);
        Assert.Equal(6 * OneMinute, room.After(new EditTimer(timer.Id) { AtZero = new(AtZero.Stop, AtZero.Overtime) }).Timers[0].Total);
    }

    [Fact]
    public void A_running_timer_made_too_short_has_reached_zero_now()
    {
        var timer = Countdown("10m").Start(Noon);
        var room = RoomOf(timer).After(new EditTimer(timer.Id) { Duration = new(10 * OneMinute, 2 * OneMinute) }, Noon.AddMinutes(6));
        Assert.Equal(Noon.AddMinutes(6), room.NextZeroAt);
    }

    [Fact]
    public void A_timer_that_is_gone_cannot_be_changed() =>
        AssertRefused(RefusalKind.Gone, RoomOf(), new EditTimer(Guid.CreateVersion7()) { Title = new("a", "b") });
}
