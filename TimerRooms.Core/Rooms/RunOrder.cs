using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>A room as one show, timer after timer: which one is on, and where a step on or back leads.</summary>
public static class RunOrder
{
    /// <summary>
    /// The first that runs. While none does: the one that was held last; or, if the last thing that happened was that a timer came
    /// to its end, the next below it that has time left. In a room where nothing has begun, the first. Null in an empty room.
    /// </summary>
    public static RoomTimer? Current(Room room)
    {
        if (room.Timers.Find(timer => timer.IsRunning) is { } running) return running;
        var last = room.Timers.Where(HasBegun).MaxBy(timer => timer.ChangedIn);
        if (last is not { IsFinished: true }) return last ?? room.Timers.FirstOrDefault();
        return room.Timers.SkipWhile(timer => timer.Id != last.Id).FirstOrDefault(timer => !timer.IsFinished) ?? last;
    }

    /// <summary>Where a step on leads: to the current timer if that is still to come, else to the one below it. Null after the last.</summary>
    public static RoomTimer? Next(Room room) =>
        Current(room) is not { } current ? null : IsToCome(current) ? current : At(room, room.Timers.IndexOf(current) + 1);

    /// <summary>Where a step back leads: to the one above the current timer. Null before the first.</summary>
    public static RoomTimer? Previous(Room room) => Current(room) is { } current ? At(room, room.Timers.IndexOf(current) - 1) : null;

    /// <summary>What it takes to have that timer run in place of the current one.</summary>
    public static IEnumerable<RoomCommand> StepTo(Room room, RoomTimer timer)
    {
        if (Current(room) is { IsRunning: true } current && current.Id != timer.Id) yield return new PauseTimer(current.Id);
        yield return new StartTimer(timer.Id);
    }

    private static bool HasBegun(RoomTimer timer) => timer.IsPaused || timer.IsFinished;

    private static bool IsToCome(RoomTimer timer) => !timer.IsRunning && !HasBegun(timer);

    private static RoomTimer? At(Room room, int index) => index >= 0 && index < room.Timers.Count ? room.Timers[index] : null;
}
