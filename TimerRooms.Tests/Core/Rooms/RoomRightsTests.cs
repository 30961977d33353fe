using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Rooms;

/// <summary>Who may do what: everyone there is, every command there is, in a room of theirs, a foreign one and a deleted one.</summary>
public sealed class RoomRightsTests
{
    private static readonly Guid Talk = Guid.CreateVersion7(), Foyer = Guid.CreateVersion7(), Team = Guid.CreateVersion7(), One = Guid.CreateVersion7(), Over = Guid.CreateVersion7(), Break = Guid.CreateVersion7();

    private static readonly Room Own = RoomOf(Countdown() with { Id = Talk }, Countdown(title: "Break") with { Id = Break }) with
    {
        Links =
        [
            LinkForViewers("view") with { Id = Foyer },
            new(Team, LinkScope.Control, "Team") { SecretHash = Tokens.HashOf("team") },
            new(One, LinkScope.ControlOne, "For one") { SecretHash = Tokens.HashOf("one"), TimerId = Talk },
            new(Over, LinkScope.Control, "For yesterday") { SecretHash = Tokens.HashOf("over"), ExpiresAt = Noon },
        ],
        Members = [new("editor", "Ed", MemberRole.Editor), new("reader", "Rea", MemberRole.Reader)],
        Rules = [new("device:removed") { IsRemoved = true }, new("device:demoted") { IsViewer = true }],
    };

    private static readonly Dictionary<string, Actor> Actors = new()
    {
        ["owner"] = Owner,
        ["other owner"] = Account("other"),
        ["administrator"] = Account("administrator"),  // of the server: no more than anyone else in someone's room
        ["editor"] = Account("editor"),
        ["reader"] = Account("reader"),
        ["controller"] = Guest("ada", Team),
        ["one-timer controller"] = Guest("bob", One),
        ["viewer"] = Guest("vic", Foyer),
        ["demoted person"] = Guest("demoted", Team),
        ["removed person"] = Guest("removed", Team),
        ["removed account"] = Account("ada") with { DeviceId = "removed", LinkId = Team },
        ["expired link"] = Guest("eve", Over),
        ["revoked link"] = Guest("rex", Guid.CreateVersion7()),
        ["older passcode"] = Guest("pat", Team) with { LinkEpoch = 7 },
        ["anonymous"] = new(null, "Guest 1"),
        ["forged server"] = Actor.Server with { },
        ["server"] = Actor.Server,
    };

    // what each may do beside looking on; whoever is not named may do nothing
    private static readonly Dictionary<string, Func<RoomCommand, bool>> Allowed = new()
    {
        ["owner"] = command => !IsOfServer(command) && !IsControl(command),
        ["editor"] = command => IsRun(command) || IsEdit(command) || command is RenameRoom or SetDefaultAtZero or SetStartLead or SetSound,
        ["controller"] = command => IsRun(command) || IsEdit(command),
        ["one-timer controller"] = command => command is IOneTimer one && one.TimerId == Talk,
        ["server"] = IsOfServer,
    };

    private static readonly string[] Seeing = ["owner", "editor", "reader", "controller", "one-timer controller", "viewer", "demoted person"];

    public static IEnumerable<object[]> Cells => from actor in Actors.Keys from command in AllCommands.Types select new object[] { actor, command.Name };

    public static TheoryData<string> Everyone => new(Actors.Keys);

    [Fact]
    public void Every_command_there_is_stands_in_the_matrix() =>
        Assert.Equal(AllCommands.Types.Select(type => type.Name).Order(), AllCommands.On(default).Select(command => command.GetType().Name).Order());

    [Theory, MemberData(nameof(Cells))]
    public void Each_may_do_in_a_room_what_they_are_to_it_and_nothing_in_another(string actor, string name)
    {
        var command = AllCommands.On(Talk, Foyer).Single(command => command.GetType().Name == name);
        Assert.Equal(Allowed.TryGetValue(actor, out var may) && may(command), IsAllowed(Own, command, Actors[actor]));

        var foreign = RoomOf(Countdown() with { Id = Talk }) with { OwnerId = "somebody else" };
        Assert.Equal(actor == "server" && IsOfServer(command), IsAllowed(foreign, command, Actors[actor]));

        var deleted = Own with { DeletedAt = Noon };
        var does = RoomRules.Decide(deleted, command, Actors[actor], Noon).Refusal?.Kind is not (RefusalKind.NotAllowed or RefusalKind.Gone);
        Assert.Equal((actor == "owner" && command is RestoreRoom or DeleteRoom) || (actor == "server" && command is CorrectClock), does);
    }

    [Theory, MemberData(nameof(Cells))]
    public void Each_may_do_to_another_timer_what_is_not_for_one_timer_alone(string actor, string name)
    {
        if (AllCommands.On(Break, Foyer).Single(command => command.GetType().Name == name) is not IOneTimer command) return;
        Assert.Equal(actor != "one-timer controller" && Allowed.TryGetValue(actor, out var may) && may((RoomCommand)command), IsAllowed(Own, (RoomCommand)command, Actors[actor]));
    }

    [Fact]
    public void Whoever_started_a_temporary_room_is_its_owner_who_saves_it_with_an_account_and_nobody_else_is_anything_there()
    {
        var maker = new Actor(null, "Guest 1") { DeviceId = "laptop", PersonId = Actor.PersonOfDevice("laptop") };
        var room = Own with { OwnerId = "", Links = [], Members = [], Rules = [], Temporary = new("laptop") };
        foreach (var command in AllCommands.On(Talk, Foyer))
        {
            Assert.Equal((command, Allowed["owner"](command) && command is not SaveRoom), (command, IsAllowed(room, command, maker)));
            Assert.DoesNotContain(Actors, actor => actor.Key != "server" && IsAllowed(room, command, actor.Value));
        }
    }

    [Theory]
    [InlineData(ControlPolicy.Everyone, "")]
    [InlineData(ControlPolicy.OwnerOnly, "")]
    [InlineData(ControlPolicy.OneAtATime, "owner, editor, controller")]
    public void Control_is_for_those_who_may_drive_and_where_one_drives_at_a_time(ControlPolicy policy, string takers)
    {
        foreach (var (actor, who) in Actors)
            Assert.Equal((actor, takers.Split(", ").Contains(actor)), (actor, IsAllowed(Own with { Policy = policy }, new TakeControl(), who) && IsAllowed(Own with { Policy = policy }, new PassControl("device:ada", "Ada"), who)));
    }

    [Theory, MemberData(nameof(Everyone))]
    public void A_room_is_seen_by_those_who_are_something_to_it(string actor)
    {
        Assert.Equal(Seeing.Contains(actor), RoomRights.MaySee(Actors[actor], Own, Noon));
        Assert.False(RoomRights.MaySee(Actors[actor], RoomOf() with { OwnerId = "somebody else" }, Noon));
    }

    [Theory]
    [InlineData(ControlPolicy.OwnerOnly, "owner")]
    [InlineData(ControlPolicy.OneAtATime, "controller")]
    public void The_policy_decides_who_of_them_drives(ControlPolicy policy, string driver)
    {
        var room = Own with { Policy = policy, Holder = policy == ControlPolicy.OneAtATime ? new("device:ada", "Ada") : null };
        foreach (var (actor, who) in Actors)
            Assert.Equal(actor == driver, IsAllowed(room, new StartTimer(Talk), who));
    }

    [Fact]
    public void Control_is_taken_when_nobody_has_it_passed_on_and_always_taken_by_the_owner()
    {
        var (ada, bea) = (Guest("ada", Team), Guest("bea", Team));
        var room = Own.After(new SetPolicy(ControlPolicy.OneAtATime));
        room = RoomRules.Decide(room, new TakeControl(), ada, Noon).AcceptedNext();
        Assert.Equal("Ada has control. Ask them to pass it to you.", RoomRules.Decide(room, new TakeControl(), bea, Noon).Refusal?.Text);
        Assert.Equal("Ada has control now.", RoomRules.Decide(room, new StartTimer(Talk), bea, Noon).Refusal?.Text);

        room = RoomRules.Decide(room, new PassControl("device:bea", "Bea"), ada, Noon).AcceptedNext();
        Assert.False(IsAllowed(room, new StartTimer(Talk), ada));
        Assert.True(IsAllowed(room, new StartTimer(Talk), bea));

        room = room.After(new TakeControl());
        Assert.True(IsAllowed(room, new StartTimer(Talk), Owner));
        Assert.False(IsAllowed(room, new StartTimer(Talk), bea));
    }

    [Fact]
    public void A_person_who_is_sent_away_or_made_a_viewer_loses_control()
    {
        var room = Own with { Policy = ControlPolicy.OneAtATime, Holder = new("device:ada", "Ada") };
        Assert.Null(room.After(new SetPersonRemoved("device:ada", "Ada", true)).Holder);
        Assert.Null(room.After(new SetPersonViewer("device:ada", "Ada", true)).Holder);
        Assert.NotNull(room.After(new SetPersonViewer("device:bea", "Bea", true)).Holder);
    }

    [Fact]
    public void An_undo_needs_the_right_to_what_it_takes_back()
    {
        var renamed = Own.Decide(new RenameRoom(new("Main hall", "Small hall")));
        Assert.False(IsAllowed(renamed.Next, renamed.Undo(), Actors["controller"]));
        Assert.True(IsAllowed(renamed.Next, renamed.Undo(), Actors["editor"]));
        var started = Own.Decide(new StartTimer(Talk));
        Assert.True(IsAllowed(started.Next, started.Undo(), Actors["controller"]));
        Assert.False(IsAllowed(started.Next, started.Undo(), Actors["viewer"]));
    }

    [Fact]
    public void A_locked_room_starts_pauses_and_resumes_for_everyone_and_nothing_else()
    {
        var locked = Own.After(new LockRoom());
        foreach (var command in AllCommands.On(Talk, Foyer).Where(command => IsRun(command) || IsEdit(command) || command is RenameRoom or SetDefaultAtZero or SetStartLead or SetSound))
        {
            var works = command is StartTimer or PauseTimer or ResumeTimer or StartAll or PauseAll or ResumeAll or UnlockRoom;
            Assert.Equal(works, RoomRules.Decide(locked, command, Owner, Noon).Refusal?.Kind != RefusalKind.Locked);
        }
        Assert.True(locked.After(new RevokeLink(Team, "Team")).IsLocked);
        Assert.False(locked.After(new UnlockRoom()).IsLocked);
    }

    private static Actor Account(string id) => new(id, id) { PersonId = Actor.PersonOfAccount(id) };

    private static Actor Guest(string device, Guid link) => new(null, char.ToUpperInvariant(device[0]) + device[1..]) { DeviceId = device, PersonId = Actor.PersonOfDevice(device), LinkId = link };

    private static bool IsOfServer(RoomCommand command) => command is ReachZero or CorrectClock or ExpireLink or HoldTimers or ReleaseTimers or StartTogether or ExpireRoom;

    private static bool IsControl(RoomCommand command) => command is TakeControl or PassControl;

    private static bool IsRun(RoomCommand command) => command is IOneTimer or StartAll or PauseAll or ResumeAll or ResetAll or AddTimeToAll or Undo;

    private static bool IsEdit(RoomCommand command) => command is AddTimer or EditTimer or DuplicateTimer or RemoveTimer or MoveTimer or LockRoom or UnlockRoom;

    private static bool IsAllowed(Room room, RoomCommand command, Actor actor)
    {
        var decision = RoomRules.Decide(room, command, actor, Noon);
        var allowed = decision.Refusal?.Kind != RefusalKind.NotAllowed;
        if (!allowed) Assert.Same(room, decision.Next);
        return allowed;
    }
}
