using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class RoomRulesTests
{
    [Fact]
    public void An_accepted_command_makes_the_next_version_and_says_who_did_what_when()
    {
        var timer = Countdown();
        var decision = RoomOf(timer).Decide(new StartTimer(timer.Id), Noon.AddTicks(1));
        Assert.Equal(2, decision.Next.Version);
        Assert.Equal((2L, Noon, Owner, new StartTimer(timer.Id)), (decision.Change!.Version, decision.Change.At, decision.Change.By, decision.Change.Command));
        Assert.Equal(new(timer with { ChangedIn = 1 }, decision.Next.Timers[0], 0), Assert.Single(decision.Change.What.Timers));
    }

    [Fact]
    public void Moments_are_whole_milliseconds_as_on_disk()
    {
        var timer = Countdown();
        Assert.Equal(Noon, RoomOf(timer).After(new StartTimer(timer.Id), Noon.AddTicks(9_999)).Timers[0].Run.RunningSince);
    }

    [Fact]
    public void Only_what_changed_is_marked_as_changed()
    {
        var (first, second) = (Countdown(), Countdown());
        var room = RoomOf(first, second).After(new StartTimer(second.Id));
        Assert.Equal([1, 2], room.Timers.Select(timer => timer.ChangedIn));
    }

    [Fact]
    public void A_room_is_renamed_by_whoever_saw_its_name()
    {
        var room = RoomOf().After(new RenameRoom(new("Main hall", " Small hall ")));
        Assert.Equal("Small hall", room.Name);
        AssertNothing(room, new RenameRoom(new("Main hall", "Small hall")));
        AssertRefused(RefusalKind.Changed, room, new RenameRoom(new("Main hall", "Big hall")));
        AssertRefused(RefusalKind.Invalid, room, new RenameRoom(new("Small hall", " ")));
    }

    [Fact]
    public void The_default_at_zero_is_one_of_those_there_are()
    {
        var room = RoomOf().After(new SetDefaultAtZero(AtZero.Overtime));
        Assert.Equal(AtZero.Overtime, room.DefaultAtZero);
        AssertNothing(room, new SetDefaultAtZero(AtZero.Overtime));
        AssertRefused(RefusalKind.Invalid, room, new SetDefaultAtZero((AtZero)4));
    }

    [Fact]
    public void The_start_delay_is_changed_by_whoever_saw_it_in_whole_milliseconds()
    {
        var room = RoomOf().After(new SetStartLead(new(TimeSpan.Zero, TimeSpan.FromMilliseconds(399.9))));
        Assert.Equal(TimeSpan.FromMilliseconds(399), room.StartLead);
        AssertNothing(room, new SetStartLead(new(TimeSpan.Zero, TimeSpan.FromMilliseconds(399))));
        Assert.Contains("399 ms", AssertRefused(RefusalKind.Changed, room, new SetStartLead(new(TimeSpan.Zero, OneMinute / 60))), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, room.After(new SetStartLead(new(room.StartLead, TimeSpan.Zero))).StartLead);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(20_000_001)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_start_delay_out_of_its_range_is_refused_and_the_longest_is_not(long ticks)
    {
        var refused = new SetStartLead(new(TimeSpan.Zero, TimeSpan.FromTicks(ticks)));
        Assert.Equal("Give a start delay from 0 to 2000 milliseconds.", AssertRefused(RefusalKind.Invalid, RoomOf(), refused));
        Assert.Equal(Room.LongestStartLead, RoomOf().After(new SetStartLead(new(TimeSpan.Zero, Room.LongestStartLead))).StartLead);
    }

    [Fact]
    public void The_sound_is_changed_by_whoever_saw_it_and_is_one_there_is()
    {
        var gong = new RoomSound { Tone = Tone.Gong, Loudness = RoomSound.Loudest };
        var room = RoomOf().After(new SetSound(new(new(), gong)));
        Assert.Equal(gong, room.Sound);
        AssertNothing(room, new SetSound(new(new(), gong)));
        AssertRefused(RefusalKind.Changed, room, new SetSound(new(new(), new() { Tone = Tone.Bell })));
        foreach (var none in new[] { gong with { Loudness = -1 }, gong with { Loudness = 101 }, gong with { Tone = (Tone)6 }, null })
            AssertRefused(RefusalKind.Invalid, room, new SetSound(new(gong, none!)));
    }

    [Theory]
    [InlineData(70, false, false, true, false)]
    [InlineData(70, true, false, false, false)]
    [InlineData(0, true, true, true, true)]
    [InlineData(70, false, false, false, true)]
    public void A_room_is_silent_without_a_moment_or_without_loudness(int loudness, bool warning, bool danger, bool zero, bool silent) =>
        Assert.Equal(silent, new RoomSound { Loudness = loudness, AtWarning = warning, AtDanger = danger, AtZero = zero }.IsSilent);

    [Fact]
    public void A_deleted_room_can_only_be_restored()
    {
        var timer = Countdown().Start(Noon);
        var deleted = RoomOf(timer).After(new DeleteRoom());
        Assert.Equal(Noon, deleted.DeletedAt);
        Assert.Null(deleted.NextZeroAt);
        AssertNothing(deleted, new DeleteRoom());
        foreach (var command in AllCommands.On(timer.Id).Where(command => command is not (DeleteRoom or RestoreRoom or CorrectClock or TakeControl or PassControl)))
            AssertRefused(RefusalKind.Gone, deleted, command, Noon.AddHours(1));

        var restored = deleted.After(new RestoreRoom(), Noon.AddMinutes(1));
        Assert.Null(restored.DeletedAt);
        Assert.Equal(Noon.AddMinutes(5), restored.NextZeroAt);
        AssertNothing(restored, new RestoreRoom());
    }

    [Fact]
    public void A_room_is_made_once_and_not_by_a_command_to_another_one() =>
        AssertRefused(RefusalKind.Invalid, RoomOf(), new CreateRoom("Again"));

    [Fact]
    public void A_new_room_belongs_to_who_made_it()
    {
        var decision = RoomRules.Create(Guid.CreateVersion7(), " Main hall ", Owner, Noon);
        Assert.Equal(("owner", "Main hall", 1L), (decision.Next.OwnerId, decision.Next.Name, decision.Next.Version));
        Assert.Equal(new CreateRoom("Main hall"), decision.Change!.Command);
        Assert.Equal(TimeSpan.FromMilliseconds(150), decision.Next.StartLead);

        Assert.Equal(RefusalKind.Invalid, RoomRules.Create(Guid.CreateVersion7(), "", Owner, Noon).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, RoomRules.Create(Guid.CreateVersion7(), "x", new Actor(null, "Guest"), Noon).Refusal?.Kind);
    }

    [Fact]
    public void A_copy_has_the_timers_and_the_settings_but_neither_their_runs_nor_the_link()
    {
        var original = RoomOf(Countdown().Start(Noon), CountUp()) with { DefaultAtZero = AtZero.Repeat, Links = [LinkForViewers(Tokens.New())] };
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        var copy = RoomRules.Create(Guid.CreateVersion7(), "Copy", Owner, Noon, original, ids).Next;
        Assert.Equal(original.Timers.Zip(ids, (timer, id) => timer.Reset() with { Id = id }), copy.Timers);
        Assert.Equal((AtZero.Repeat, TimeSpan.Zero), (copy.DefaultAtZero, copy.StartLead));
        Assert.Empty(copy.Links);

        Assert.Equal(RefusalKind.Gone, RoomRules.Create(Guid.CreateVersion7(), "Copy", Stranger, Noon, original, ids).Refusal?.Kind);
    }

    [Fact]
    public void The_next_zero_of_a_room_is_the_first_of_its_timers()
    {
        Assert.Null(RoomOf(Countdown(), CountUp().Start(Noon)).NextZeroAt);
        Assert.Equal(Noon.AddMinutes(2), RoomOf(Countdown("3m").Start(Noon), Countdown("1m").Start(Noon.AddMinutes(1)), Countdown("1m")).NextZeroAt);
    }
}
