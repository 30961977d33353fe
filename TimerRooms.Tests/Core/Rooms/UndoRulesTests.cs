using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class UndoRulesTests
{
    private readonly RoomTimer timer = Countdown("5m");
    private readonly RoomTimer other = CountUp();

    [Fact]
    public void Every_undoable_command_is_taken_back_exactly()
    {
        var added = Guid.CreateVersion7();
        RoomCommand[] commands =
        [
            new RenameRoom(new("Main hall", "Small hall")), new SetDefaultAtZero(AtZero.Overtime),
            new SetStartLead(new(TimeSpan.Zero, Room.DefaultStartLead)),
            new AddTimer(added, "Q&A", OneMinute), new DuplicateTimer(timer.Id, added), new RemoveTimer(timer.Id, 1), new MoveTimer(timer.Id, null),
            new EditTimer(timer.Id) { Title = new("Talk", "Keynote"), Duration = new(5 * OneMinute, OneMinute), AtZero = new(AtZero.Stop, AtZero.Repeat), Repeats = new(1, 5) },
            new StartTimer(other.Id), new PauseTimer(timer.Id), new ResetTimer(timer.Id, 1), new AddTime(timer.Id, OneMinute),
            new StartAll(), new PauseAll(), new ResetAll(), new AddTimeToAll(OneMinute),
        ];
        var room = RoomOf(timer.Start(Noon), other);
        foreach (var command in commands) AssertTakenBack(room, command);

        var paused = RoomOf(timer.Start(Noon.AddMinutes(-1)).Pause(Noon));
        AssertTakenBack(paused, new ResumeTimer(timer.Id));
        AssertTakenBack(paused, new ResumeAll());
        Assert.Equal([], AllCommands.Types.Except([.. commands.Select(command => command.GetType()), typeof(ResumeTimer), typeof(ResumeAll), .. NeverUndone]));
    }

    private static readonly Type[] NeverUndone =
    [
        typeof(CreateRoom), typeof(DeleteRoom), typeof(RestoreRoom), typeof(KeepRoom), typeof(SaveRoom), typeof(ExpireRoom), typeof(Undo), typeof(ReachZero), typeof(CorrectClock),
        // who may come in and drive is decided anew, never put back by an undo
        typeof(AddLink), typeof(EditLink), typeof(SetPasscode), typeof(RevokeLink), typeof(ExpireLink), typeof(ShareWith), typeof(StopSharing), typeof(RenamePerson),
        typeof(SetPersonViewer), typeof(SetPersonRemoved), typeof(SetPolicy), typeof(TakeControl), typeof(PassControl), typeof(LockRoom), typeof(UnlockRoom),
        typeof(SetSound), typeof(SetPresence), typeof(HoldTimers), typeof(ReleaseTimers), typeof(StartTogether),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_running_timer_paused_or_reset_by_mistake_then_stands_where_it_would_have_been(bool reset)
    {
        var mistake = RoomOf(timer.Start(Noon)).Decide(reset ? new ResetTimer(timer.Id, 1) : new PauseTimer(timer.Id), Noon.AddMinutes(1));
        var room = mistake.Next.After(mistake.Undo(), Noon.AddMinutes(3));
        Assert.Equal(2 * OneMinute, room.Timers[0].Remaining(Noon.AddMinutes(3)));
    }

    [Fact]
    public void A_zero_passed_meanwhile_is_then_due_at_its_true_moment()
    {
        var mistake = RoomOf(timer.Start(Noon)).Decide(new ResetTimer(timer.Id, 1), Noon.AddMinutes(4));
        var room = mistake.Next.After(mistake.Undo(), Noon.AddMinutes(9));
        Assert.Equal(Noon.AddMinutes(5), room.NextZeroAt);
    }

    [Fact]
    public void Undo_of_an_edit_keeps_a_later_start()
    {
        var edit = RoomOf(timer).Decide(new EditTimer(timer.Id) { Title = new("Talk", "Keynote"), Duration = new(5 * OneMinute, 10 * OneMinute) });
        var room = edit.Next.After(new StartTimer(timer.Id), Noon.AddMinutes(1)).After(edit.Undo(), Noon.AddMinutes(2));
        Assert.Equal(("Talk", Noon.AddMinutes(6)), (room.Timers[0].Title, room.Timers[0].ZeroAt));
    }

    [Fact]
    public void Undo_leaves_later_changes_of_other_things_as_they_are()
    {
        var first = RoomOf(timer, other).Decide(new StartTimer(timer.Id));
        var room = first.Next.After(new StartTimer(other.Id)).After(new EditTimer(timer.Id) { Title = new("Talk", "Keynote") }).After(first.Undo());
        Assert.Equal(("Keynote", false), (room.Timers[0].Title, room.Timers[0].IsRunning));
        Assert.True(room.Timers[1].IsRunning);
    }

    public static TheoryData<RoomCommand, RoomCommand> Overtaken => new()
    {
        { new StartTimer(default), new PauseTimer(default) },
        { new AddTime(default, OneMinute), new AddTime(default, OneMinute) },
        { new EditTimer(default) { Title = new("Talk", "Keynote") }, new EditTimer(default) { Title = new("Keynote", "Panel") } },
        { new StartTimer(default), new RemoveTimer(default, 2) },
        { new RenameRoom(new("Main hall", "A")), new RenameRoom(new("A", "B")) },
        { new SetDefaultAtZero(AtZero.Repeat), new SetDefaultAtZero(AtZero.Overtime) },
        { new SetStartLead(new(TimeSpan.Zero, OneMinute / 60)), new SetStartLead(new(OneMinute / 60, OneMinute / 30)) },
        { new MoveTimer(default, null), new AddTimer(Guid.CreateVersion7(), "New", OneMinute) },
        { new AddTimer(Guid.AllBitsSet, "New", OneMinute), new StartTimer(Guid.AllBitsSet) },
    };

    [Theory, MemberData(nameof(Overtaken))]
    public void What_was_changed_again_since_cannot_be_taken_back(RoomCommand command, RoomCommand later)
    {
        var first = RoomOf(timer with { Id = default }, other).Decide(command);
        AssertRefused(RefusalKind.Changed, first.AcceptedNext().After(later, Noon.AddSeconds(1)), first.Undo());
    }

    [Fact]
    public void What_was_taken_back_cannot_be_taken_back_again()
    {
        var start = RoomOf(timer).Decide(new StartTimer(timer.Id));
        AssertRefused(RefusalKind.Gone, start.Next.After(start.Undo()), start.Undo());
    }

    [Fact]
    public void The_last_twenty_commands_can_be_undone_in_the_words_of_the_person()
    {
        var room = RoomOf(timer);
        var decisions = new List<Decision>();
        for (var i = 0; i < 21; i++)
        {
            decisions.Add(room.Decide(new AddTime(timer.Id, OneMinute)));
            room = decisions[^1].Next;
        }
        Assert.Equal(20, room.Undoable.Count);
        Assert.All(room.Undoable, step => Assert.Equal("Added time to “Talk”", step.Text));
        AssertRefused(RefusalKind.Gone, room, decisions[0].Undo());

        for (var i = 20; i > 0; i--) room = room.After(decisions[i].Undo());
        Assert.Equal(6 * OneMinute, room.Timers[0].Total);
        Assert.Empty(room.Undoable);
    }

    [Fact]
    public void Once_a_timer_has_finished_there_is_nothing_left_to_undo_of_its_run()
    {
        var start = RoomOf(timer, other).Decide(new StartTimer(timer.Id));
        var started = start.Next.After(new StartTimer(other.Id));
        var room = started.After(new ReachZero(timer.Id, Noon.AddMinutes(5), Late: false), Noon.AddMinutes(5));
        Assert.Equal("Started “Open end”", Assert.Single(room.Undoable).Text);
        AssertRefused(RefusalKind.Gone, room, start.Undo());
    }

    [Fact]
    public void A_timer_that_was_added_and_has_finished_does_not_stand_before_what_can_be_undone()
    {
        var added = new AddTimer(Guid.CreateVersion7(), "Short", OneMinute);
        var renamed = RoomOf().After(new RenameRoom(new("Main hall", "Hall")));
        var started = renamed.After(added).After(new StartTimer(added.TimerId));

        var room = started.After(new ReachZero(added.TimerId, Noon.AddMinutes(1), Late: false), Noon.AddMinutes(1));

        Assert.Equal("Renamed the room to “Hall”", Assert.Single(room.Undoable).Text);
    }

    [Fact]
    public void Nothing_is_put_back_into_a_full_room()
    {
        var full = RoomOf(Enumerable.Range(0, Room.MostTimers).Select(_ => Countdown()));
        var removed = full.Decide(new RemoveTimer(full.Timers[0].Id, full.Timers[0].ChangedIn));
        var room = removed.Next.After(new AddTimer(Guid.CreateVersion7(), "Last", OneMinute));

        AssertRefused(RefusalKind.Full, room, removed.Undo());
    }

    [Fact]
    public void A_longer_duration_taken_back_after_a_finish_leaves_a_timer_that_can_start_over()
    {
        var edit = RoomOf(timer.Start(Noon)).Decide(new EditTimer(timer.Id) { Duration = new(5 * OneMinute, 2 * OneMinute) });
        var finished = edit.Next.After(new ReachZero(timer.Id, Noon.AddMinutes(2), Late: false), Noon.AddMinutes(2));
        var room = finished.After(edit.Undo(), Noon.AddMinutes(3));
        Assert.Equal(TimerPhase.Paused, room.Timers[0].Phase(Noon.AddMinutes(3)));
        Assert.Equal(Noon.AddMinutes(7), room.After(new StartTimer(timer.Id), Noon.AddMinutes(4)).NextZeroAt);
    }

    [Fact]
    public void Overtime_taken_back_after_zero_leaves_a_finished_timer_that_can_start_over()
    {
        var edit = RoomOf(timer.Start(Noon)).Decide(new EditTimer(timer.Id) { AtZero = new(AtZero.Stop, AtZero.Overtime) });
        var overtime = edit.Next.After(new ReachZero(timer.Id, Noon.AddMinutes(5), Late: false), Noon.AddMinutes(5));
        var room = overtime.After(edit.Undo(), Noon.AddMinutes(7));
        Assert.Equal((TimerPhase.Finished, false), (room.Timers[0].Phase(Noon.AddMinutes(7)), room.Timers[0].IsRunning));
        Assert.Equal(Noon.AddMinutes(13), room.After(new StartTimer(timer.Id), Noon.AddMinutes(8)).NextZeroAt);
    }

    [Fact]
    public void Overtime_and_the_pause_in_it_taken_back_one_after_the_other_leave_a_finished_timer()
    {
        var edit = RoomOf(timer.Start(Noon)).Decide(new EditTimer(timer.Id) { AtZero = new(AtZero.Stop, AtZero.Overtime) });
        var overtime = edit.Next.After(new ReachZero(timer.Id, Noon.AddMinutes(5), Late: false), Noon.AddMinutes(5));
        var pause = overtime.Decide(new PauseTimer(timer.Id), Noon.AddMinutes(6));
        var room = pause.Next.After(edit.Undo(), Noon.AddMinutes(7)).After(pause.Undo(), Noon.AddMinutes(8));
        Assert.Equal((TimerPhase.Finished, false), (room.Timers[0].Phase(Noon.AddMinutes(8)), room.Timers[0].IsRunning));
    }

    [Fact]
    public void Time_taken_from_the_longer_timer_does_not_leave_the_shorter_one_below_zero()
    {
        var edit = RoomOf(timer).Decide(new EditTimer(timer.Id) { Duration = new(5 * OneMinute, 20 * OneMinute) });
        var room = edit.Next.After(new AddTime(timer.Id, -15 * OneMinute)).After(edit.Undo());
        Assert.Equal(5 * OneMinute, room.Timers[0].Total);
    }

    [Fact]
    public void A_change_that_is_not_the_one_named_is_not_taken_for_it()
    {
        var start = RoomOf(timer).Decide(new StartTimer(timer.Id));
        AssertRefused(RefusalKind.Gone, start.Next, start.Undo() with { Change = null });
        AssertRefused(RefusalKind.Gone, start.Next, start.Undo() with { Change = start.Change! with { Version = 1 } });
        AssertRefused(RefusalKind.Gone, start.Next, start.Undo() with { Change = start.Change! with { RoomId = Guid.CreateVersion7() } });
    }

    [Fact]
    public void Undo_is_a_command_of_its_own()
    {
        var start = RoomOf(timer).Decide(new StartTimer(timer.Id));
        var undo = start.Next.Decide(start.Undo(), Noon.AddMinutes(1));
        Assert.Equal((3L, Noon.AddMinutes(1)), (undo.Next.Version, undo.Change!.At));
        Assert.Equal(3, undo.Next.Timers[0].ChangedIn);
    }

    private static void AssertTakenBack(Room room, RoomCommand command)
    {
        var decision = room.Decide(command, Noon.AddMinutes(1));
        var restored = decision.AcceptedNext().After(decision.Undo(), Noon.AddMinutes(2));
        Assert.Equal(RoomTexts.StateOf(room), RoomTexts.StateOf(restored));
        Assert.NotEqual(RoomTexts.StateOf(room), RoomTexts.StateOf(decision.Next));
    }
}
