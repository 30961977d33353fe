using System.Collections.Immutable;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>One accepted command as the journal keeps it: who, when, what, and what of the room it touched.</summary>
/// <param name="Version">The version of the room it made.</param>
public sealed record RoomChange(Guid RoomId, long Version, DateTimeOffset At, Actor By, RoomCommand Command, RoomDifference What);

/// <summary>What differs between two versions of a room; null or empty where nothing does.</summary>
public sealed record RoomDifference
{
    public ImmutableList<TimerDifference> Timers { get; init; } = [];
    public Edit<string>? Name { get; init; }
    public Edit<AtZero>? DefaultAtZero { get; init; }
    public Edit<TimeSpan>? StartLead { get; init; }

    /// <summary>The order of the timers, if one was moved.</summary>
    public Edit<ImmutableList<Guid>>? Order { get; init; }

    public static RoomDifference Between(Room before, Room after) => new()
    {
        Timers = [.. Changed(before, after), .. Added(before, after)],
        Name = before.Name == after.Name ? null : new(before.Name, after.Name),
        DefaultAtZero = before.DefaultAtZero == after.DefaultAtZero ? null : new(before.DefaultAtZero, after.DefaultAtZero),
        StartLead = before.StartLead == after.StartLead ? null : new(before.StartLead, after.StartLead),
        Order = Moved(before, after) ? new(OrderOf(before), OrderOf(after)) : null,
    };

    public static ImmutableList<Guid> OrderOf(Room room) => room.Timers.ConvertAll(timer => timer.Id);

    private static IEnumerable<TimerDifference> Changed(Room before, Room after)
    {
        var now = after.Timers.ToDictionary(timer => timer.Id);
        for (var index = 0; index < before.Timers.Count; index++)
        {
            var was = before.Timers[index];
            var becomes = now.GetValueOrDefault(was.Id);
            if (!ReferenceEquals(was, becomes) && was != becomes) yield return new(was, becomes, index);
        }
    }

    private static IEnumerable<TimerDifference> Added(Room before, Room after)
    {
        var known = before.Timers.Select(timer => timer.Id).ToHashSet();
        for (var index = 0; index < after.Timers.Count; index++)
            if (!known.Contains(after.Timers[index].Id)) yield return new(null, after.Timers[index], index);
    }

    private static bool Moved(Room before, Room after) =>
        before.Timers.Count == after.Timers.Count && !OrderOf(before).SequenceEqual(OrderOf(after));
}

/// <summary>A timer before and after: null before if it was added, null after if it was removed.</summary>
/// <param name="Index">Its place in the room, before if it was there.</param>
public sealed record TimerDifference(RoomTimer? Before, RoomTimer? After, int Index)
{
    public bool TouchesRun => Before?.Run != After?.Run;
}
