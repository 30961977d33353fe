using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>The clock that goes by who is here: what comes of an attendance, and of what the server then says.</summary>
public static class PresenceRules
{
    /// <summary>When the timers are held if nobody comes back; null while they are not to be. Time that was counted before people were asked for stays.</summary>
    public static DateTimeOffset? HoldAt(Room room, Attendance here) =>
        room is { DeletedAt: null, Hold: null, Presence: { Holds: true } policy } && here.Count < policy.Needed && here.BelowSince is { } below
            ? (policy.Since > below ? policy.Since.Value : below) + policy.Grace
            : null;

    /// <summary>What is due at once; null if nothing is.</summary>
    /// <param name="wasTogether">So many were here already when this was last asked: only a coming starts timers.</param>
    public static RoomCommand? AtOnce(Room room, Attendance here, bool wasTogether)
    {
        if (room.DeletedAt is not null) return null;
        if (room.Hold is not null) return !room.Presence.Holds || here.Count >= room.Presence.Needed ? new ReleaseTimers() : null;
        return IsTogether(room, here) && !wasTogether && ToStart(room).Any() ? new StartTogether() : null;
    }

    public static bool IsTogether(Room room, Attendance here) => here.Count >= room.Presence.StartWith;

    internal static Ruling Set(Room room, SetPresence set, DateTimeOffset now)
    {
        var policy = set.Policy with { Grace = ListRules.WholeSeconds(set.Policy.Grace), Timers = set.Policy.Timers.RemoveAll(id => room.Timer(id) is null) };
        if (policy.StartWith is < 1 or > PresencePolicy.MostPeople || policy.Needed is < 1 or > PresencePolicy.MostPeople)
            return Ruling.Refuse(RefusalKind.Invalid, $"Give a number of people from 1 to {PresencePolicy.MostPeople}.");
        if (policy.Grace < TimeSpan.Zero || policy.Grace > PresencePolicy.LongestGrace)
            return Ruling.Refuse(RefusalKind.Invalid, $"Give a grace time from 0 to {PresencePolicy.LongestGrace.TotalSeconds:0} seconds.");
        var isSame = policy with { Timers = room.Presence.Timers, Since = room.Presence.Since } == room.Presence && policy.Timers.SequenceEqual(room.Presence.Timers);
        return isSame ? room : From(now, room with { Presence = policy });
    }

    /// <summary>The room as one that asks for other people than before.</summary>
    internal static Room From(DateTimeOffset now, Room room) => room with { Presence = room.Presence with { Since = RoomRules.WholeMilliseconds(now) } };

    /// <summary>Nothing if they are held already.</summary>
    internal static Ruling Hold(Room room, HoldTimers hold)
    {
        if (room.Hold is not null || !room.Presence.Holds) return room;
        var until = room.Presence.GraceCounts ? hold.At : hold.At - room.Presence.Grace;
        var held = room.Timers.FindAll(timer => timer.IsRunning && room.Presence.Concerns(timer.Id));
        return room with
        {
            Timers = room.Timers.ConvertAll(timer => held.Contains(timer) ? timer.Pause(timer.Run.RunningSince > until ? timer.Run.RunningSince.Value : until) : timer),
            Hold = new(hold.At, held.ConvertAll(timer => timer.Id), hold.WaitingFor),
        };
    }

    internal static Ruling Release(Room room, DateTimeOffset now)
    {
        if (room.Hold is not { } hold) return room;
        return room with { Timers = room.Timers.ConvertAll(timer => hold.Timers.Contains(timer.Id) && timer.IsPaused ? timer.Start(now) : timer), Hold = null };
    }

    internal static Ruling Start(Room room, DateTimeOffset now)
    {
        var due = ToStart(room).Select(timer => timer.Id).ToHashSet();
        return due.Count == 0 ? room : room with { Timers = room.Timers.ConvertAll(timer => due.Contains(timer.Id) ? timer.Start(now + room.StartLead) : timer) };
    }

    /// <summary>Whoever takes a held timer in hand decides about it, and it waits for nobody any more.</summary>
    internal static Ruling ByHand(Room room, RoomCommand command, Ruling ruling)
    {
        if (room.Hold is not { Timers.IsEmpty: false } hold || ruling.Next is not { } next) return ruling;
        var left = command switch
        {
            AddTime => hold.Timers,
            IOneTimer one => hold.Timers.Remove(one.TimerId),
            StartAll or PauseAll or ResumeAll or ResetAll => [],
            _ => hold.Timers,
        };
        return left.Count == hold.Timers.Count ? ruling : next with { Hold = hold with { Timers = left } };
    }

    /// <summary>Those that have not begun, if none has: the chosen ones, or the first of all.</summary>
    private static IEnumerable<RoomTimer> ToStart(Room room)
    {
        var concerned = room.Presence.Timers.IsEmpty ? room.Timers.Take(1) : room.Timers.Where(timer => room.Presence.Concerns(timer.Id));
        return concerned.All(timer => timer.Run == TimerRun.None) ? concerned : [];
    }
}
