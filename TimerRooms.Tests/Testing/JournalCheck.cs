using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Testing;

/// <summary>Reads a journal without the rules that wrote it.</summary>
public static class JournalCheck
{
    /// <summary>The timers it ends with, if it leaves no version out and each change takes up each timer exactly as the last change left it.</summary>
    public static List<RoomTimer> Follow(IReadOnlyList<RoomChange> journal)
    {
        Assert.Equal(Enumerable.Range(1, journal.Count).Select(version => (long)version), journal.Select(change => change.Version));
        var timers = new List<RoomTimer>();
        foreach (var difference in journal.SelectMany(change => change.What.Timers))
        {
            if (difference.Before is { } before) Assert.Equal(before, timers.Single(timer => timer.Id == before.Id));
            if (difference.Before is null) timers.Insert(difference.Index, difference.After!);
            else timers[timers.IndexOf(difference.Before)] = difference.After!;
        }
        return timers;
    }
}
