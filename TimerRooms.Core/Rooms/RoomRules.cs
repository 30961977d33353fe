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
        if (!RoomRights.May(actor, command, room, now)) return Refused(room, RoomRefusals.NotAllowed(actor, room, now));
        if (room.DeletedAt is not null && command is not (RestoreRoom or DeleteRoom or CorrectClock))
            return Refused(room, new(RefusalKind.Gone, "This room was deleted."));

        if (room.IsLocked && !LockRules.Allow(command)) return Refused(room, RoomRefusals.Locked);

        var ruling = Rule(room, command, actor, WholeMilliseconds(now));
        if (ruling.Refusal is { } refusal) return Refused(room, refusal);
        return ReferenceEquals(ruling.Next, room) ? new() { Next = room } : Accept(room, ruling.Next!, command, actor, WholeMilliseconds(now));
    }

    /// <summary>A new room, perhaps with the timers of another one, none of them running.</summary>
    /// <param name="ids">New ids for the timers of <paramref name="copyOf"/> or of the template, as many as it has.</param>
    public static Decision Create(
        Guid id, string name, Actor owner, DateTimeOffset now, Room? copyOf = null, IReadOnlyList<Guid>? ids = null, RoomTemplate template = RoomTemplate.Blank)
    {
        var empty = new Room(id, owner.AccountId ?? "", "");
        if (owner.AccountId is null) return Refused(empty, new(RefusalKind.NotAllowed, "Sign in to make a room."));
        if (copyOf is not null && !RoomRights.MaySee(owner, copyOf, now)) return Refused(empty, new(RefusalKind.Gone, "There is no such room."));
        if (Titles.Clean(name) is not { } title) return Refused(empty, SettingRules.NoName);

        var room = empty with
        {
            Name = title,
            DefaultAtZero = copyOf?.DefaultAtZero ?? default,
            StartLead = copyOf?.StartLead ?? Room.DefaultStartLead,
            Sound = copyOf?.Sound ?? new(),
            Timers = NewTimers(copyOf?.Timers ?? RoomTemplates.TimersOf(template), ids),
        };
        return Accept(empty, room, new CreateRoom(title, copyOf?.Id, template), owner, WholeMilliseconds(now));
    }

    /// <summary>A new room of the browser that started it, which goes by itself.</summary>
    /// <param name="ids">New ids for the timers of the template, as many as it has.</param>
    public static Decision CreateTemporary(Guid id, Actor maker, DateTimeOffset now, RoomTemplate template, IReadOnlyList<Guid> ids)
    {
        var empty = new Room(id, "", "");
        if (maker.DeviceId is not { } device) return Refused(empty, new(RefusalKind.NotAllowed, "This browser keeps no cookies, and would not find its room again."));

        var room = empty with { Name = "Team room", Temporary = new(device), Timers = NewTimers(RoomTemplates.TimersOf(template), ids) };
        return Accept(empty, room, new CreateRoom(room.Name, Template: template), maker, WholeMilliseconds(now));
    }

    private static Ruling Rule(Room room, RoomCommand command, Actor actor, DateTimeOffset now) => command switch
    {
        RenameRoom rename => SettingRules.Rename(room, rename),
        SetDefaultAtZero set => SettingRules.SetDefaultAtZero(room, set),
        SetStartLead set => SettingRules.SetStartLead(room, set),
        SetSound set => SettingRules.SetSound(room, set),
        AddLink add => LinkRules.Add(room, add, actor, now),
        EditLink edit => LinkRules.Edit(room, edit, now),
        SetPasscode set => LinkRules.SetPasscode(room, set),
        RevokeLink revoke => LinkRules.Revoke(room, revoke),
        ExpireLink expire => LinkRules.Expire(room, expire, now),
        ShareWith share => PeopleRules.Share(room, share),
        StopSharing stop => PeopleRules.StopSharing(room, stop),
        RenamePerson rename => PeopleRules.Rename(room, rename),
        SetPersonViewer set => PeopleRules.SetViewer(room, set),
        SetPersonRemoved set => PeopleRules.SetRemoved(room, set),
        SetPolicy set => PeopleRules.SetPolicy(room, set),
        TakeControl => PeopleRules.Take(room, actor, now),
        PassControl pass => PeopleRules.Pass(room, pass, actor, now),
        SetPresence set => PresenceRules.Set(room, set, now),
        HoldTimers hold => PresenceRules.Hold(room, hold),
        ReleaseTimers => PresenceRules.Release(room, now),
        StartTogether => PresenceRules.Start(room, now),
        LockRoom => room.IsLocked ? room : room with { IsLocked = true },
        UnlockRoom => room.IsLocked ? room with { IsLocked = false } : room,
        DeleteRoom => room.DeletedAt is null ? room with { DeletedAt = now } : room,
        RestoreRoom => room.DeletedAt is null ? room : room with { DeletedAt = null },
        KeepRoom => TemporaryRules.Keep(room, now),
        SaveRoom => TemporaryRules.Save(room, actor),
        ExpireRoom => TemporaryRules.Expire(room, now),
        AddTimer add => ListRules.Add(room, add),
        EditTimer edit => EditRules.Edit(room, edit, now),
        DuplicateTimer duplicate => ListRules.Duplicate(room, duplicate),
        RemoveTimer remove => ListRules.Remove(room, remove),
        MoveTimer move => ListRules.Move(room, move),
        Undo undo => UndoRules.Revert(room, undo, now),
        ReachZero reach => RunRules.ReachZero(room, reach, now),
        CorrectClock correct => ClockRules.Correct(room, correct, now),
        _ => PresenceRules.ByHand(room, command, RunRules.Run(room, command, now)),
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
        if (CommandText.ToUndo(command, what, room) is not { } text) return next.Undoable;

        // a timer that was added counts, too: once it has finished, taking it away would take its finish away
        var runs = what.Timers.FindAll(timer => timer is { After: not null, TouchesRun: true }).ConvertAll(timer => timer.After!.Id);
        var steps = next.Undoable.Add(new UndoStep(version, text, runs));
        return steps.Count > Room.MostUndoSteps ? steps.RemoveAt(0) : steps;
    }

    private static ImmutableList<RoomTimer> NewTimers(ImmutableList<RoomTimer> timers, IReadOnlyList<Guid>? ids) =>
        [.. timers.Select((timer, index) => timer.Reset() with { Id = ids![index], ChangedIn = 1 })];

    private static Decision Refused(Room room, Refusal refusal) => new() { Next = room, Refusal = refusal };

    /// <summary>Moments are stored as whole milliseconds; deciding with them keeps memory and disk equal.</summary>
    internal static DateTimeOffset WholeMilliseconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
