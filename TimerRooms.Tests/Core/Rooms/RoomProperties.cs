using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Rooms;

/// <summary>What holds after any commands, in any order, at any time.</summary>
public sealed class RoomProperties
{
    private const int Sequences = 1_000;

    [Fact]
    public void Every_accepted_command_makes_one_version_and_every_other_changes_nothing() => ForAll((_, before, decision) =>
    {
        var accepted = decision.Change is not null;
        Assert.Equal(accepted, !ReferenceEquals(before, decision.Next));
        Assert.Equal(before.Version + (accepted ? 1 : 0), decision.Next.Version);
        Assert.False(accepted && decision.Refusal is not null);
        if (accepted) Assert.Equal(decision.Next.Version, decision.Change!.Version);
        if (decision.Refusal is { } refusal) Assert.False(string.IsNullOrWhiteSpace(refusal.Text));
    });

    [Fact]
    public void A_room_keeps_its_bounds_and_every_timer_its_sense() => ForAll((walk, _, decision) =>
    {
        var room = decision.Next;
        Assert.InRange(room.Timers.Count, 0, Room.MostTimers);
        Assert.InRange(room.Undoable.Count, 0, Room.MostUndoSteps);
        Assert.Equal(room.Timers.Count, room.Timers.Select(timer => timer.Id).Distinct().Count());
        Assert.Equal(room.Name, Titles.Clean(room.Name));
        foreach (var timer in room.Timers) AssertSound(timer, walk.Now);
    });

    [Fact]
    public void Pausing_and_going_on_lose_no_time_and_doing_it_twice_does_nothing() => ForAll((walk, _, decision) =>
    {
        if (decision.Change?.Command is PauseTimer or ResumeTimer or PauseAll or ResumeAll)
            foreach (var (before, after, _) in decision.Change.What.Timers) Assert.Equal(before!.Elapsed(walk.Now), after!.Elapsed(walk.Now));
        if (decision.Change?.Command is StartTimer or PauseTimer or StartAll or PauseAll or RenameRoom or SetDefaultAtZero or SetStartLead or AddTimer or MoveTimer)
            AssertNothing(decision.Next, decision.Change.Command, walk.Now);
    });

    [Fact]
    public void Undo_restores_the_room_exactly_at_once_and_later_if_nothing_else_happened() => ForAll((walk, before, decision) =>
    {
        if (decision.Change is null || decision.Next.IsLocked || decision.Next.Undoable.LastOrDefault()?.Version != decision.Next.Version) return;
        Assert.Equal(RoomTexts.StateOf(before), RoomTexts.StateOf(decision.Next.After(decision.Undo(), walk.Now)));
        Assert.Equal(RoomTexts.StateOf(before), RoomTexts.StateOf(decision.Next.After(decision.Undo(), walk.Now.AddHours(3))));
    });

    [Fact]
    public void A_run_reaches_zero_at_most_once_and_never_early() => ForAll((walk, before, decision) =>
    {
        if (decision.Change?.Command is not ReachZero reach) return;
        Assert.InRange(reach.ZeroAt, DateTimeOffset.MinValue, walk.Now);
        Assert.Null(before.Timer(reach.TimerId)!.Run.FinishedAt);
        AssertNothing(decision.Next, reach, walk.Now);
    });

    [Fact]
    public void What_is_saved_and_read_again_is_the_same_room_and_the_same_change() => ForAll((_, _, decision) =>
    {
        if (decision.Change is not { } change) return;
        var room = RoomJson.Read<Room>(RoomJson.Write(decision.Next));
        Assert.Equal(RoomTexts.Whole(decision.Next), RoomTexts.Whole(room));
        Assert.Equal(decision.Next.Timers, room.Timers);

        var what = RoomJson.Read<RoomDifference>(RoomJson.Write(change.What));
        Assert.Equal(RoomJson.Write(change.What), RoomJson.Write(what));
        Assert.Equal(change.What.Timers, what.Timers);
    });

    private static void AssertSound(RoomTimer timer, DateTimeOffset now)
    {
        Assert.Equal(timer.Title, Titles.Clean(timer.Title));
        Assert.True(timer.Elapsed(now) >= TimeSpan.Zero, "elapsed below zero");
        Assert.True(timer.Elapsed(now) <= timer.Elapsed(now.AddSeconds(1)), "elapsed was lost");
        Assert.False(timer.IsRunning && timer.Phase(now) == TimerPhase.Finished && timer.ZeroAt is null, "runs on after its end");
        Assert.False(timer.Run.FinishedAt is not null && timer.Remaining(now) > TimeSpan.Zero, "finished with time left");
        if (timer.Kind == TimerKind.Countdown) Assert.InRange(timer.Total, RoomTimer.ShortestDuration, RoomTimer.LongestDuration);
        if (timer.IsRunning) return;
        Assert.Equal(timer.Remaining(now), timer.Remaining(now.AddDays(1)));
        Assert.Equal(timer.Phase(now), timer.Phase(now.AddDays(1)));
    }

    private static void ForAll(Action<Walk, Room, Decision> holds) => Properties.ForAll(RandomStep.Fifty, Sequences, steps => Walk.Through(steps, holds));
}
