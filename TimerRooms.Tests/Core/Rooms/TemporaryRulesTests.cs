using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class TemporaryRulesTests
{
    private static readonly TimeSpan Five = 5 * OneMinute;
    private static readonly Actor Maker = Guest("laptop"), Other = Guest("phone");
    private static readonly Actor MakerSignedIn = Maker with { AccountId = "ada", PersonId = Actor.PersonOfAccount("ada") };

    public static TheoryData<string, Room, int?> Goings => new()
    {
        { "left", Temporary(), 5 },
        { "timers that never ran", Temporary(Countdown(), CountUp()), 5 },
        { "a timer runs", Temporary(Countdown(), CountUp().Start(Noon)), null },
        { "a timer runs over", Temporary(Countdown("1m", AtZero.Overtime).Start(Noon).ReachZero(Noon + OneMinute)), null },
        { "a timer is paused", Temporary(Countdown().Start(Noon).Pause(Noon + OneMinute)), 5 },
        { "a timer ended after everyone had left", Temporary(Countdown("3m").Start(Noon).ReachZero(Noon + 3 * OneMinute)), 8 },
        { "a timer had ended before", Temporary(Countdown("1m").Start(Noon - 3 * OneMinute).ReachZero(Noon - 2 * OneMinute)), 5 },
        { "kept", Kept(Noon), 24 * 60 },
        { "kept nearly a day ago", Kept(Noon.AddHours(-24) + 6 * OneMinute), 6 },
        { "kept a day ago", Kept(Noon.AddHours(-24)), 5 },
        { "saved", RoomOf(), null },
        { "gone", Temporary() with { DeletedAt = Noon }, null },
    };

    [Theory, MemberData(nameof(Goings))]
    public void A_room_goes_some_minutes_after_everyone_has_left_and_nothing_runs(string when, Room room, int? minutes) =>
        Assert.Equal((when, minutes is { } after ? Noon + after * OneMinute : null), (when, TemporaryRules.GoesAt(room, Noon, Five)));

    [Fact]
    public void It_belongs_to_no_account_and_its_maker_decides_everything_in_it_signed_in_or_not()
    {
        var made = RoomRules.CreateTemporary(Guid.CreateVersion7(), Maker, Noon, RoomTemplate.Blank, []);
        Assert.Equal(("", "Team room", "laptop", 1L), (made.Next.OwnerId, made.Next.Name, made.Next.Temporary?.MakerDevice, made.Next.Version));
        Assert.Equal(new CreateRoom("Team room"), made.Change!.Command);
        Assert.Equal(RefusalKind.NotAllowed, RoomRules.CreateTemporary(Guid.CreateVersion7(), Stranger, Noon, RoomTemplate.Blank, []).Refusal?.Kind);

        Assert.Equal([RoomRole.Owner, RoomRole.Owner, RoomRole.None, RoomRole.None], RolesIn(made.Next));
        Assert.Equal(RefusalKind.NotAllowed, RoomRules.Decide(made.Next, new SaveRoom(), Other, Noon).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, RoomRules.Decide(made.Next, new ExpireRoom(), Maker, Noon).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, RoomRules.Decide(made.Next, new ShareWith("ada", "Ada", MemberRole.Editor), Maker, Noon).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, RoomRules.Decide(made.Next, new SetPersonRemoved("device:laptop", "Me", true), Maker, Noon).Refusal?.Kind);
    }

    [Fact]
    public void Its_maker_keeps_it_for_a_day_from_each_press_and_a_double_press_is_one()
    {
        var kept = Do(Temporary(), new KeepRoom(), Maker).AcceptedNext();
        Assert.Equal(Noon.AddHours(24), kept.Temporary!.KeepUntil);
        Assert.Same(kept, Do(kept, new KeepRoom(), Maker, Noon.AddSeconds(2)).Next);
        Assert.Equal(Noon.AddHours(27), Do(kept, new KeepRoom(), Maker, Noon.AddHours(3)).Next.Temporary!.KeepUntil);
        Assert.Null(Do(kept, new KeepRoom(), Other).Change);
        AssertNothing(RoomOf(), new KeepRoom());
    }

    [Fact]
    public void A_signed_in_maker_takes_it_for_good()
    {
        var room = Temporary(Countdown()) with { Links = [LinkForViewers("link")] };
        Assert.Equal("Sign in to save this room.", Do(room, new SaveRoom(), Maker).Refusal?.Text);

        var saved = Do(room, new SaveRoom(), MakerSignedIn).AcceptedNext();
        Assert.Equal(("ada", null, 1, 1), (saved.OwnerId, saved.Temporary, saved.Links.Count, saved.Timers.Count));
        Assert.Equal([RoomRole.None, RoomRole.Owner, RoomRole.None, RoomRole.None], RolesIn(saved));
        Assert.Same(saved, Do(saved, new SaveRoom(), MakerSignedIn).Next);
        AssertNothing(saved, new ExpireRoom(), Noon.AddYears(1));
    }

    [Fact]
    public void It_goes_by_the_server_alone_and_nobody_brings_it_back()
    {
        AssertNothing(Temporary(CountUp().Start(Noon)), new ExpireRoom());
        AssertNothing(Kept(Noon), new ExpireRoom());

        var gone = Temporary().After(new ExpireRoom());
        Assert.Equal(Noon, gone.DeletedAt);
        Assert.All(RolesIn(gone), role => Assert.Equal(RoomRole.None, role));
        foreach (var actor in new[] { Maker, MakerSignedIn, Actor.Server })
            Assert.NotNull(Do(gone, new RestoreRoom(), actor).Refusal);
    }

    [Fact]
    public void A_corrected_clock_takes_the_day_it_is_kept_with_it()
    {
        var wrong = Noon.AddYears(10);
        var moved = Do(Kept(wrong), new CorrectClock(Noon.AddYears(11), Noon - wrong), Actor.Server, Noon).AcceptedNext();
        Assert.Equal(Noon.AddHours(24), moved.Temporary!.KeepUntil);
    }

    private static Decision Do(Room room, RoomCommand command, Actor actor, DateTimeOffset? at = null) => RoomRules.Decide(room, command, actor, at ?? Noon);

    private static IEnumerable<RoomRole> RolesIn(Room room) => new[] { Maker, MakerSignedIn, Other, Stranger }.Select(actor => RoomRights.RoleOf(actor, room, Noon));

    private static Actor Guest(string device) => new(null, "Guest") { DeviceId = device, PersonId = Actor.PersonOfDevice(device) };

    private static Room Temporary(params RoomTimer[] timers) => RoomOf(timers) with { OwnerId = "", Temporary = new("laptop") };

    private static Room Kept(DateTimeOffset at) => Temporary() with { Temporary = new("laptop") { KeptAt = at } };
}
