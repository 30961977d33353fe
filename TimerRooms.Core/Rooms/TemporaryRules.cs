namespace TimerRooms.Core.Rooms;

/// <summary>Rooms that anyone can start, and that go by themselves.</summary>
public static class TemporaryRules
{
    // what a second click of the same press comes within
    private static readonly TimeSpan SamePress = TimeSpan.FromMinutes(1);

    /// <summary>
    /// When the room goes, if nobody comes and nothing is started: some time after everyone has left and the last timer has come to its
    /// end. Null while a timer runs, and for a room that stays.
    /// </summary>
    /// <param name="emptySince">When the last page of it closed.</param>
    public static DateTimeOffset? GoesAt(Room room, DateTimeOffset emptySince, TimeSpan after)
    {
        if (room.Temporary is not { } temporary || room.DeletedAt is not null || IsInUse(room)) return null;
        var rest = room.Timers.Max(timer => timer.Run.FinishedAt) is { } finishedAt && finishedAt > emptySince ? finishedAt : emptySince;
        return temporary.KeepUntil is { } keepUntil && keepUntil > rest + after ? keepUntil : rest + after;
    }

    internal static Ruling Keep(Room room, DateTimeOffset now)
    {
        if (room.Temporary is not { } temporary || now - temporary.KeptAt < SamePress) return room;
        return room with { Temporary = temporary with { KeptAt = now } };
    }

    internal static Ruling Save(Room room, Actor actor)
    {
        if (room.Temporary is null) return room;
        if (actor.AccountId is not { } account) return Ruling.Refuse(RefusalKind.NotAllowed, "Sign in to save this room.");
        return room with { OwnerId = account, Temporary = null };
    }

    /// <summary>Nothing if it is in use again, or was kept meanwhile.</summary>
    internal static Ruling Expire(Room room, DateTimeOffset now) =>
        room.Temporary is not { } temporary || IsInUse(room) || temporary.KeepUntil > now ? room : room with { DeletedAt = now };

    private static bool IsInUse(Room room) => room.Timers.Exists(timer => timer.IsRunning);
}
