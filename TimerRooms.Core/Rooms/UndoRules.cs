using System.Collections.Immutable;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>
/// Takes one earlier change back: what it touched goes back to what it was before, if that still is what the change made of
/// it. Runs are moments, so a timer then stands where it would have been.
/// </summary>
internal static class UndoRules
{
    public static Ruling Revert(Room room, Undo undo, DateTimeOffset now)
    {
        if (undo.Change is not { } change || change.RoomId != room.Id || change.Version != undo.Version
            || room.Undoable.Find(step => step.Version == undo.Version) is not { } step)
            return Ruling.Refuse(RefusalKind.Gone, "That cannot be undone any more.");

        if (room.Timers.Count >= Room.MostTimers && change.What.Timers.Exists(timer => timer.After is null)) return ListRules.Full;

        var reverted = RevertSettings(room, change.What);
        foreach (var timer in change.What.Timers)
        {
            if (reverted is null) break;
            reverted = timer switch
            {
                { Before: null, After: { } added } => RemoveAdded(reverted, added),
                { Before: { } removed, After: null } => PutBack(reverted, removed, timer.Index),
                _ => RevertTimer(reverted, timer.Before!, timer.After!, now),
            };
        }
        return reverted is null
            ? Ruling.Refuse(RefusalKind.Changed, $"“{step.Text}” cannot be undone: the same thing was changed again since.")
            : reverted with { Undoable = room.Undoable.Remove(step) };
    }

    private static Room? RevertSettings(Room room, RoomDifference what)
    {
        var possible = TryRevert(what.Name, room.Name, out var name)
            & TryRevert(what.DefaultAtZero, room.DefaultAtZero, out var atZero)
            & TryRevert(what.StartLead, room.StartLead, out var lead);
        if (!possible) return null;

        var reverted = room with { Name = name, DefaultAtZero = atZero, StartLead = lead };
        if (what.Order is not { } order) return reverted;

        if (!RoomDifference.OrderOf(room).SequenceEqual(order.To)) return null;
        return reverted with { Timers = order.From.ConvertAll(id => room.Timer(id)!) };
    }

    private static bool TryRevert<T>(Edit<T>? edit, T current, out T value)
    {
        var touched = edit is not null && !EqualityComparer<T>.Default.Equals(edit.From, edit.To);
        value = touched ? edit!.From : current;
        return !touched || EqualityComparer<T>.Default.Equals(edit!.To, current);
    }

    private static Room? RemoveAdded(Room room, RoomTimer added) =>
        room.Timer(added.Id) is { } timer && timer with { ChangedIn = added.ChangedIn } == added
            ? room with { Timers = room.Timers.Remove(timer) }
            : null;

    private static Room? PutBack(Room room, RoomTimer removed, int index) =>
        room.Timer(removed.Id) is null && room.Timers.Count < Room.MostTimers
            ? room with { Timers = room.Timers.Insert(Math.Min(index, room.Timers.Count), removed) }
            : null;

    private static Room? RevertTimer(Room room, RoomTimer before, RoomTimer after, DateTimeOffset now)
    {
        if (room.Timer(before.Id) is not { } timer) return null;
        var possible = TryRevert(new(before.Title, after.Title), timer.Title, out var title)
            & TryRevert(new((before.Kind, before.Duration), (after.Kind, after.Duration)), (timer.Kind, timer.Duration), out var length)
            & TryRevert(new((before.AtZero, before.Repeats), (after.AtZero, after.Repeats)), (timer.AtZero, timer.Repeats), out var atZero)
            & TryRevert(new((before.WarningLeft, before.DangerLeft), (after.WarningLeft, after.DangerLeft)), (timer.WarningLeft, timer.DangerLeft), out var warnings)
            & TryRevert(new(before.Run, after.Run), timer.Run, out var run);
        if (!possible) return null;

        var reverted = timer with
        {
            Title = title,
            Kind = length.Kind,
            Duration = length.Duration,
            AtZero = atZero.AtZero,
            Repeats = atZero.Repeats,
            WarningLeft = warnings.WarningLeft,
            DangerLeft = warnings.DangerLeft,
            Run = run,
        };
        // the run and the settings may come from different times: what one of them does not allow, the other must not bring back
        return room.With(reverted.Fit(now));
    }
}
