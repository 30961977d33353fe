using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class CommandTextTests
{
    private static readonly Guid Talk = Guid.CreateVersion7(), Break = Guid.CreateVersion7(), New = Guid.CreateVersion7(), Link = Guid.CreateVersion7(), Expired = Guid.CreateVersion7();

    // a room in which each command has something to do: “Talk” runs, “Break” is paused
    private static readonly Room Before = RoomOf(
        (Countdown() with { Id = Talk }).Start(Noon), (Countdown("10m", title: "Break") with { Id = Break }).Start(Noon.AddMinutes(-1)).Pause(Noon)) with
    {
        Links = [LinkForViewers("link") with { Id = Link }, LinkForViewers("old", "Old") with { Id = Expired, ExpiresAt = Noon }],
        Members = [new("member", "Mia", MemberRole.Reader)],
        Rules = [new("device:2") { Name = "Bob", IsViewer = true, IsRemoved = true }],
    };

    public static TheoryData<RoomCommand, string> Texts => new()
    {
        { new CreateRoom("Main hall"), "Olga made the room" },
        { new CreateRoom("Main hall", Guid.CreateVersion7()), "Olga made the room as a copy" },
        { new RenameRoom(new("Main hall", "Small hall")), "Olga renamed the room to “Small hall”" },
        { new DeleteRoom(), "Olga deleted the room" },
        { new RestoreRoom(), "Olga brought the room back" },
        { new KeepRoom(), "Olga kept the room for 24 hours" },
        { new SaveRoom(), "Olga saved the room for good" },
        { new ExpireRoom(), "The temporary room went: everyone had left" },
        { new SetDefaultAtZero(AtZero.Overtime), "Olga changed what new timers do at zero" },
        { new SetStartLead(new(TimeSpan.Zero, TimeSpan.FromSeconds(1))), "Olga changed the start delay" },
        { new SetSound(new(new(), new() { Tone = Tone.Gong })), "Olga changed the sound" },
        { new SetSound(new(new(), new() { Loudness = 0 })), "Olga made the room silent" },
        { new AddLink(New, LinkScope.View, "Foyer", Tokens.New()), "Olga made the link “Foyer”" },
        { new AddLink(New, LinkScope.Control, "Ada", Tokens.New(), Person: "Ada"), "Olga made a personal link for Ada" },
        { new EditLink(Link) { Name = new("Viewer link", "Foyer") }, "Olga changed the link “Foyer”" },
        { new SetPasscode(Link, "hash"), "Olga changed the passcode of “Viewer link”" },
        { new RevokeLink(Link, "Viewer link"), "Olga revoked the link “Viewer link”" },
        { new ExpireLink(Expired, "Old"), "The link “Old” ended" },
        { new ShareWith("stranger", "Sam", MemberRole.Editor), "Olga shared the room with Sam, to edit" },
        { new ShareWith("stranger", "Sam", MemberRole.Reader), "Olga shared the room with Sam, to read" },
        { new StopSharing("member"), "Olga stopped sharing the room with someone" },
        { new RenamePerson("device:1", "Ada"), "Olga named a person Ada" },
        { new SetPersonViewer("device:1", "Ada", true), "Olga made Ada a viewer" },
        { new SetPersonViewer("device:2", "Bob", false), "Olga let Bob drive again" },
        { new SetPersonRemoved("device:1", "Ada", true), "Olga removed Ada" },
        { new SetPersonRemoved("device:2", "Bob", false), "Olga let Bob in again" },
        { new SetPolicy(ControlPolicy.OneAtATime), "Olga let one person drive at a time" },
        { new SetPolicy(ControlPolicy.OwnerOnly), "Olga kept the timers to the owner" },
        { new TakeControl(), "Olga took control" },
        { new PassControl("device:1", "Ada"), "Olga passed control to Ada" },
        { new SetPresence(new() { Holds = true }), "Olga changed how people drive the clock" },
        { new HoldTimers(Noon, []), "The timers are held: too few people are here" },
        { new HoldTimers(Noon, ["Ada", "Bob"]), "The timers are held: waiting for Ada, Bob" },
        { new ReleaseTimers(), "The timers go on: enough people are back" },
        { new StartTogether(), "The timers started: everyone is here" },
        { new LockRoom(), "Olga locked the room" },
        { new UnlockRoom(), "Olga unlocked the room" },
        { new AddTimer(New, "Q&A", OneMinute), "Olga added “Q&A”" },
        { new EditTimer(Talk) { Title = new("Talk", "Keynote") }, "Olga changed “Talk”" },
        { new DuplicateTimer(Talk, New), "Olga duplicated “Talk”" },
        { new RemoveTimer(Talk, 1), "Olga deleted “Talk”" },
        { new MoveTimer(Talk, null), "Olga moved “Talk”" },
        { new StartTimer(Break), "Olga started “Break”" },
        { new PauseTimer(Talk), "Olga paused “Talk”" },
        { new ResumeTimer(Break), "Olga resumed “Break”" },
        { new ResetTimer(Talk, 1), "Olga reset “Talk”" },
        { new AddTime(Talk, OneMinute), "Olga added time to “Talk”" },
        { new AddTime(Talk, -OneMinute), "Olga took time from “Talk”" },
        { new StartAll(), "Olga started all timers" },
        { new PauseAll(), "Olga paused all timers" },
        { new ResumeAll(), "Olga resumed all timers" },
        { new ResetAll(), "Olga reset all timers" },
        { new AddTimeToAll(OneMinute), "Olga added time to all timers" },
        { new AddTimeToAll(-OneMinute), "Olga took time from all timers" },
        { new Undo(1), "Olga took back: paused “Talk”" },
        { new ReachZero(Talk, Noon.AddMinutes(5), Late: false), "“Talk” reached zero" },
        { new CorrectClock(Noon.AddMinutes(1), -OneMinute), "The clock was wrong and has been set right" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_change_as_the_journal_keeps_it_is_said_in_words(RoomCommand command, string text)
    {
        var (change, after) = Do(command);
        Assert.Equal(text, CommandText.WithActor(change, after));
        Assert.EndsWith(CommandText.Of(change, after)[1..], text, StringComparison.Ordinal);
        Assert.Matches("^[A-Z“]", CommandText.Of(change, after));
    }

    [Fact]
    public void Every_command_there_is_has_words() =>
        Assert.Equal(AllCommands.Types.Select(type => type.Name).Order(), Texts.Select(row => ((RoomCommand)row[0]).GetType().Name).Distinct().Order());

    [Fact]
    public void No_command_is_without_words_when_its_timer_is_gone()
    {
        foreach (var command in AllCommands.On(Talk))
            Assert.NotEqual("", CommandText.Of(new(Before.Id, 2, Noon, Owner, command, new()), RoomOf()));
    }

    [Fact]
    public void What_can_be_undone_is_said_alike_in_the_list_of_what_can_be_undone()
    {
        foreach (var command in Texts.Select(row => (RoomCommand)row[0]).Where(command => command is not (CreateRoom or Undo)))
        {
            var decision = RoomFor(command).Decide(command, MomentFor(command));
            if (decision.AcceptedNext().Undoable.LastOrDefault() is { } step) Assert.Equal(CommandText.Of(decision.Change!, decision.Next), step.Text);
        }
    }

    [Theory]
    [InlineData(AtZero.StartNext, false, "“Talk” reached zero and started “Break”")]
    [InlineData(AtZero.StartNext, true, "“Talk” reached zero and started “Break”, which was noticed late")]
    [InlineData(AtZero.Repeat, false, "“Talk” reached zero and began round 2")]
    [InlineData(AtZero.Overtime, false, "“Talk” reached zero")]
    public void A_zero_says_what_it_began(AtZero atZero, bool late, string text)
    {
        var room = RoomOf(Countdown(atZero: atZero).Start(Noon), Countdown(title: "Break"));
        var decision = room.Decide(new ReachZero(room.Timers[0].Id, Noon.AddMinutes(5), late), Noon.AddMinutes(5));
        Assert.Equal(text, CommandText.WithActor(decision.Change!, decision.Next));
    }

    [Fact]
    public void A_title_is_the_one_of_that_time_also_when_the_timer_is_gone()
    {
        var (paused, after) = Do(new PauseTimer(Talk));
        Assert.Equal("Paused “Talk”", CommandText.Of(paused, after.After(new EditTimer(Talk) { Title = new("Talk", "Keynote") })));
        Assert.Equal("Paused “Talk”", CommandText.Of(paused, RoomOf()));

        var (moved, _) = Do(new MoveTimer(Talk, null));
        Assert.Equal("Moved a timer", CommandText.Of(moved, RoomOf()));
    }

    [Fact]
    public void An_undo_whose_change_is_not_known_says_so_much() =>
        Assert.Equal("Took a change back", CommandText.Of(new(Before.Id, 3, Noon, Owner, new Undo(2), new()), Before));

    private static (RoomChange Change, Room After) Do(RoomCommand command)
    {
        var decision = command switch
        {
            CreateRoom { CopyOf: null } create => RoomRules.Create(Guid.CreateVersion7(), create.Name, Owner, Noon),
            CreateRoom create => RoomRules.Create(Guid.CreateVersion7(), create.Name, Owner, Noon, Before, [New, Guid.CreateVersion7()]),
            Undo => UndoOfPause(),
            _ => RoomFor(command).Decide(command, MomentFor(command)),
        };
        decision.AcceptedNext();
        var read = RoomJson.Read<RoomCommand>(RoomJson.Write(decision.Change!.Command));
        var kept = decision.Change.Command is Undo ? decision.Change.Command : read;  // the journal gives an undo its change
        return (decision.Change with { Command = kept, What = RoomJson.Read<RoomDifference>(RoomJson.Write(decision.Change.What)) }, decision.Next);
    }

    private static Room RoomFor(RoomCommand command) => command switch
    {
        RestoreRoom => Before with { DeletedAt = Noon },
        KeepRoom or SaveRoom => Before with { Temporary = new("laptop") },
        ExpireRoom => RoomOf() with { Temporary = new("laptop") },
        UnlockRoom => Before with { IsLocked = true },
        HoldTimers => Before with { Presence = new() { Holds = true } },
        ReleaseTimers => Before with { Hold = new(Noon, [], []) },
        StartTogether => Before with { Timers = [Countdown()] },
        TakeControl or PassControl => Before with { Policy = ControlPolicy.OneAtATime },
        _ => Before,
    };

    private static DateTimeOffset MomentFor(RoomCommand command) => Noon.AddMinutes(command is ReachZero ? 5 : 1);

    private static Decision UndoOfPause()
    {
        var pause = Before.Decide(new PauseTimer(Talk), Noon.AddMinutes(1));
        return pause.Next.Decide(pause.Undo(), Noon.AddMinutes(2));
    }
}
