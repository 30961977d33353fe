using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>Which timers there are, and in what order.</summary>
internal static class ListRules
{
    public static readonly Refusal Gone = new(RefusalKind.Gone, "That timer is not there any more.");
    public static readonly Refusal NoDuration = new(RefusalKind.Invalid, "Give a duration from 1 second to 99:59:59, as 10:00, 90s, 5m or 1h30.");
    public static readonly Refusal Full = new(RefusalKind.Full, $"A room has room for {Room.MostTimers} timers. Delete one first.");

    public static Ruling Add(Room room, AddTimer add)
    {
        if (room.Timer(add.TimerId) is not null) return room;
        if (Titles.Clean(add.Title) is not { } title) return SettingRules.NoName;
        if (!Enum.IsDefined(add.Kind) || add.AtZero is { } chosen && !Enum.IsDefined(chosen)) return Ruling.Refuse(RefusalKind.Invalid, "There is no such kind of timer.");
        if (add.Kind == TimerKind.Countdown && !IsDuration(add.Duration)) return NoDuration;
        if (room.Timers.Count >= Room.MostTimers) return Full;

        var duration = add.Kind == TimerKind.Countdown ? WholeSeconds(add.Duration) : TimeSpan.Zero;
        return room with { Timers = room.Timers.Add(new(add.TimerId, title, add.Kind, duration) { AtZero = add.AtZero ?? room.DefaultAtZero }) };
    }

    public static Ruling Duplicate(Room room, DuplicateTimer duplicate)
    {
        if (room.Timer(duplicate.CopyId) is not null) return room;
        if (room.Timer(duplicate.TimerId) is not { } timer) return Gone;
        if (room.Timers.Count >= Room.MostTimers) return Full;
        return room with { Timers = room.Timers.Insert(room.Timers.IndexOf(timer) + 1, timer.Reset() with { Id = duplicate.CopyId }) };
    }

    public static Ruling Remove(Room room, RemoveTimer remove)
    {
        if (room.Timer(remove.TimerId) is not { } timer) return room;
        if (timer.ChangedIn != remove.Seen) return ChangedMeanwhile(timer);
        return room with { Timers = room.Timers.Remove(timer) };
    }

    public static Ruling Move(Room room, MoveTimer move)
    {
        if (room.Timer(move.TimerId) is not { } timer) return Gone;
        if (move.BeforeId == move.TimerId) return room;

        var others = room.Timers.Remove(timer);
        var index = move.BeforeId is { } before ? others.FindIndex(other => other.Id == before) : others.Count;
        if (index < 0) return Gone;
        return room.Timers.IndexOf(timer) == index ? room : room with { Timers = others.Insert(index, timer) };
    }

    public static Refusal ChangedMeanwhile(RoomTimer timer) =>
        Conflict.Of($"“{timer.Title}”", change => change.Version == timer.ChangedIn);

    public static bool IsDuration(TimeSpan duration) => duration >= RoomTimer.ShortestDuration && duration <= RoomTimer.LongestDuration;

    public static TimeSpan WholeSeconds(TimeSpan amount) => TimeSpan.FromSeconds(amount.Ticks / TimeSpan.TicksPerSecond);

    public static TimeSpan? WholeSeconds(TimeSpan? amount) => amount is { } known ? WholeSeconds(known) : null;
}
