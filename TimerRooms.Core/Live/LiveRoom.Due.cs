using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Live;

/// <summary>What happens in a room by itself: zeros, the ends of links, people who come and go, and the end of a temporary room.</summary>
public sealed partial class LiveRoom
{
    // a zero noticed later than this after its moment is journalled as late
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(1);

    private bool wasTogether;  // as many were here as start the timers

    /// <summary>The next moment at which something happens here by itself, as far as is known now; null while nothing will.</summary>
    public DateTimeOffset? NextDueAt
    {
        get
        {
            var (room, here) = (Current, People.AttendanceIn(Current));
            if (PresenceRules.AtOnce(room, here, wasTogether) is not null || wasTogether != PresenceRules.IsTogether(room, here)) return clock.GetUtcNow();
            return Room.Earliest(PresenceRules.HoldAt(room, here), room.NextDueAt, GoesAt);
        }
    }

    private DateTimeOffset? GoesAt => Occupancy.EmptySince is { } since ? TemporaryRules.GoesAt(Current, since, goesAfter) : null;

    /// <summary>Brings the room up to the present: true to the disk, and with everything done that was due.</summary>
    private async Task<Refusal?> AdvanceAsync(DateTimeOffset now)
    {
        if (unsure && await ReadBackAsync() is { } notRead) return notRead;
        while (Due(now) is { } command)
        {
            var before = current;
            if (await DecideAsync(command, Actor.Server, now) is { } refusal) return refusal;
            if (ReferenceEquals(before, current)) return null;  // it came to nothing, and would for ever
        }
        return GoesAt <= now ? await DecideAsync(new ExpireRoom(), Actor.Server, now) : null;
    }

    /// <summary>What the server has to say next about the room, in the order in which it came to be.</summary>
    private RoomCommand? Due(DateTimeOffset now)
    {
        var here = People.AttendanceIn(current);
        var (holdAt, dueAt) = (PresenceRules.HoldAt(current, here), current.NextDueAt);
        if (holdAt <= now && !(dueAt < holdAt)) return new HoldTimers(RoomRules.WholeMilliseconds(holdAt.Value), here.Missing);
        if (dueAt is { } at && at <= now) return DueIn(current, at, now);
        var atOnce = PresenceRules.AtOnce(current, here, wasTogether);
        // what was held goes on first: what they start by being here comes next
        if (atOnce is not ReleaseTimers) wasTogether = PresenceRules.IsTogether(current, here);
        return atOnce;
    }

    private static RoomCommand? DueIn(Room room, DateTimeOffset at, DateTimeOffset now) =>
        room.Timers.Find(timer => timer.ZeroAt == at) is { } timer ? new ReachZero(timer.Id, at, now - at > LateAfter)
        : room.NextExpiry is { } link ? new ExpireLink(link.Id, link.Name)
        : null;
}
