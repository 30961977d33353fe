using System.Collections.Immutable;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>
/// Starting, pausing, resuming, resetting, adding time, reaching zero: of one timer or of all. A start by hand lies ahead by the
/// room's <see cref="Room.StartLead"/>; what the server starts at a zero starts at that very moment.
/// </summary>
internal static class RunRules
{
    public static Ruling Run(Room room, RoomCommand command, DateTimeOffset now) => command switch
    {
        StartTimer start => One(room, start.TimerId, timer => timer.Start(now + room.StartLead)),
        PauseTimer pause => One(room, pause.TimerId, timer => timer.Pause(now)),
        ResumeTimer resume => Resume(room, resume, now),
        ResetTimer reset => Reset(room, reset),
        AddTime add => Add(room, add, now),
        StartAll => All(room, timer => timer.Start(now + room.StartLead)),
        PauseAll => All(room, timer => timer.Pause(now)),
        ResumeAll => All(room, timer => timer.Phase(now) == TimerPhase.Paused ? timer.Start(now + room.StartLead) : timer),
        ResetAll => All(room, timer => timer.Reset()),
        AddTimeToAll add => AddToAll(room, add, now),
        _ => Ruling.Refuse(RefusalKind.Invalid, "That cannot be done."),
    };

    /// <summary>Records the zero, and starts the timer below if that is what the timer is for. Nothing if that zero is recorded already or still ahead.</summary>
    public static Ruling ReachZero(Room room, ReachZero reach, DateTimeOffset now)
    {
        if (room.Timer(reach.TimerId) is not { } timer || timer.ZeroAt != reach.ZeroAt || reach.ZeroAt > now) return room;

        var next = room.With(timer.ReachZero(reach.ZeroAt));
        var below = room.Timers.IndexOf(timer) + 1;
        if (timer.AtZero != AtZero.StartNext || below == room.Timers.Count) return next;
        return next.With(room.Timers[below].Start(reach.ZeroAt));
    }

    private static Ruling One(Room room, Guid id, Func<RoomTimer, RoomTimer> verb)
    {
        if (room.Timer(id) is not { } timer) return ListRules.Gone;
        var next = verb(timer);
        return ReferenceEquals(next, timer) ? room : room.With(next);
    }

    private static Ruling All(Room room, Func<RoomTimer, RoomTimer> verb)
    {
        var timers = room.Timers.ConvertAll(timer => verb(timer));
        return timers.SequenceEqual(room.Timers, ReferenceEqualityComparer.Instance) ? room : room with { Timers = timers };
    }

    private static Ruling Resume(Room room, ResumeTimer resume, DateTimeOffset now)
    {
        if (room.Timer(resume.TimerId) is not { } timer) return ListRules.Gone;
        if (timer.IsRunning) return room;
        if (timer.Phase(now) != TimerPhase.Paused) return Ruling.Refuse(RefusalKind.Changed, $"“{timer.Title}” is not paused any more. Look again.");
        return room.With(timer.Start(now + room.StartLead));
    }

    private static Ruling Reset(Room room, ResetTimer reset)
    {
        if (room.Timer(reset.TimerId) is not { } timer) return ListRules.Gone;
        if (timer.Run == TimerRun.None) return room;
        return timer.ChangedIn == reset.Seen ? room.With(timer.Reset()) : ListRules.ChangedMeanwhile(timer);
    }

    private static Ruling Add(Room room, AddTime add, DateTimeOffset now)
    {
        if (room.Timer(add.TimerId) is not { } timer) return ListRules.Gone;
        var amount = ListRules.WholeSeconds(add.Amount);
        if (amount == TimeSpan.Zero) return room;
        if (timer.AddTime(amount, now) is { } longer) return room.With(longer);
        return Ruling.Refuse(RefusalKind.Invalid, amount < TimeSpan.Zero
            ? $"“{timer.Title}” has not that much time left to take away."
            : "A timer can be at most 99:59:59 long.");
    }

    private static Ruling AddToAll(Room room, AddTimeToAll add, DateTimeOffset now)
    {
        var amount = ListRules.WholeSeconds(add.Amount);
        if (amount == TimeSpan.Zero || room.Timers.IsEmpty) return room;
        var timers = room.Timers.ConvertAll(timer => timer.AddTime(amount, now) ?? timer);
        return timers.SequenceEqual(room.Timers, ReferenceEqualityComparer.Instance)
            ? Ruling.Refuse(RefusalKind.Invalid, "No timer here can be changed by that much.")
            : room with { Timers = timers };
    }
}
