using System.Collections.Immutable;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>
/// Every decision about a room. Pure and total: any command on any room gives the next room with its change, the same room
/// if nothing is to be done, or a refusal. It reads no clock, no disk and no chance; those come in as arguments.
/// </summary>
public static class RoomRules
{
    public static Decision Decide(Room room, RoomCommand command, Actor actor, DateTimeOffset now)
    {
        if (!RoomRights.May(actor, command, room))
            return Refused(room, new(RefusalKind.NotAllowed, "Only the owner of this room can do that."));
        if (room.DeletedAt is not null && command is not (RestoreRoom or DeleteRoom or CorrectClock))
            return Refused(room, new(RefusalKind.Gone, "This room was deleted."));

        var ruling = Rule(room, command, WholeMilliseconds(now));
        if (ruling.Refusal is { } refusal) return Refused(room, refusal);
        return ReferenceEquals(ruling.Next, room) ? new() { Next = room } : Accept(room, ruling.Next!, command, actor, WholeMilliseconds(now));
    }

    /// <summary>A new room, perhaps with the timers of another one, none of them running.</summary>
    /// <param name="ids">New ids for the timers of <paramref name="copyOf"/>, as many as it has.</param>
    public static Decision Create(Guid id, string name, Actor owner, DateTimeOffset now, Room? copyOf = null, IReadOnlyList<Guid>? ids = null)
    {
        var empty = new Room(id, owner.AccountId ?? "", "");
        if (owner.AccountId is null) return Refused(empty, new(RefusalKind.NotAllowed, "Sign in to make a room."));
        if (copyOf is not null && !RoomRights.MaySee(owner, copyOf)) return Refused(empty, new(RefusalKind.Gone, "There is no such room."));
        if (Titles.Clean(name) is not { } title) return Refused(empty, SettingRules.NoName);

        var room = empty with
        {
            Name = title,
            DefaultAtZero = copyOf?.DefaultAtZero ?? default,
            StartLead = copyOf?.StartLead ?? Room.DefaultStartLead,
            Timers = copyOf is null ? [] : [.. copyOf.Timers.Select((timer, index) => timer.Reset() with { Id = ids![index], ChangedIn = 1 })],
        };
        return Accept(empty, room, new CreateRoom(title, copyOf?.Id), owner, WholeMilliseconds(now));
    }

    private static Ruling Rule(Room room, RoomCommand command, DateTimeOffset now) => command switch
    {
        RenameRoom rename => SettingRules.Rename(room, rename),
        SetDefaultAtZero set => SettingRules.SetDefaultAtZero(room, set),
        SetStartLead set => SettingRules.SetStartLead(room, set),
        SetViewLink set => SettingRules.SetViewLink(room, set),
        DeleteRoom => room.DeletedAt is null ? room with { DeletedAt = now } : room,
        RestoreRoom => room.DeletedAt is null ? room : room with { DeletedAt = null },
        AddTimer add => ListRules.Add(room, add),
        EditTimer edit => EditRules.Edit(room, edit, now),
        DuplicateTimer duplicate => ListRules.Duplicate(room, duplicate),
        RemoveTimer remove => ListRules.Remove(room, remove),
        MoveTimer move => ListRules.Move(room, move),
        Undo undo => UndoRules.Revert(room, undo, now),
        ReachZero reach => RunRules.ReachZero(room, reach, now),
        CorrectClock correct => ClockRules.Correct(room, correct, now),
        _ => RunRules.Run(room, command, now),
    };

    private static Decision Accept(Room room, Room next, RoomCommand command, Actor actor, DateTimeOffset now)
    {
        var version = room.Version + 1;
        var untouched = new HashSet<RoomTimer>(room.Timers, ReferenceEqualityComparer.Instance);
        var stamped = next with
        {
            Version = version,
            Timers = next.Timers.ConvertAll(timer => untouched.Contains(timer) ? timer : timer with { ChangedIn = version }),
        };
        var what = RoomDifference.Between(room, stamped);
        return new()
        {
            Next = stamped with { Undoable = StepsAfter(room, next, command, what, version) },
            Change = new RoomChange(room.Id, version, now, actor, command, what),
        };
    }

    private static ImmutableList<UndoStep> StepsAfter(Room room, Room next, RoomCommand command, RoomDifference what, long version)
    {
        if (command is ReachZero) return next.Undoable.RemoveAll(step => what.Timers.Exists(timer => step.Runs.Contains(timer.Before!.Id)));
        if (CommandText.Of(command, room, what) is not { } text) return next.Undoable;

        // a timer that was added counts, too: once it has finished, taking it away would take its finish away
        var runs = what.Timers.FindAll(timer => timer is { After: not null, TouchesRun: true }).ConvertAll(timer => timer.After!.Id);
        var steps = next.Undoable.Add(new UndoStep(version, text, runs));
        return steps.Count > Room.MostUndoSteps ? steps.RemoveAt(0) : steps;
    }

    private static Decision Refused(Room room, Refusal refusal) => new() { Next = room, Refusal = refusal };

    /// <summary>Moments are stored as whole milliseconds; deciding with them keeps memory and disk equal.</summary>
    internal static DateTimeOffset WholeMilliseconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
