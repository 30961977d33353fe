using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>A room as one immutable value: whoever holds it sees one moment of it, whole.</summary>
public sealed record Room(Guid Id, string OwnerId, string Name)
{
    public const int MostTimers = 200;

    /// <summary>How many commands back a room can be undone.</summary>
    public const int MostUndoSteps = 20;

    public static readonly TimeSpan DefaultStartLead = TimeSpan.FromMilliseconds(150);
    public static readonly TimeSpan LongestStartLead = TimeSpan.FromSeconds(2);

    /// <summary>Counts the accepted commands, the first of which made the room.</summary>
    public long Version { get; init; }

    public ImmutableList<RoomTimer> Timers { get; init; } = [];

    /// <summary>What a new timer does at zero unless it is told otherwise.</summary>
    public AtZero DefaultAtZero { get; init; }

    /// <summary>How far ahead a start by hand is set, so that every screen knows of it when it comes: whole milliseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]  // left out, none at all would be read as the default
    public TimeSpan StartLead { get; init; } = DefaultStartLead;

    /// <summary>What stands in the viewer link; null until the room is first shared.</summary>
    public string? ViewToken { get; init; }

    /// <summary>When the room was deleted; it can come back until the host purges it.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What can be undone, newest last.</summary>
    public ImmutableList<UndoStep> Undoable { get; init; } = [];

    /// <summary>The next moment a countdown of this room reaches zero; null while none will.</summary>
    public DateTimeOffset? NextZeroAt => DeletedAt is null ? Timers.Min(timer => timer.ZeroAt) : null;

    public bool IsSharedAs(string token) => DeletedAt is null && ViewToken == token;

    public RoomTimer? Timer(Guid id) => Timers.Find(timer => timer.Id == id);

    /// <summary>
    /// The same room with its moments moved. What could be undone would bring the old ones back, so nothing can be. The same
    /// instance if there was nothing to move.
    /// </summary>
    public Room Moved(Func<DateTimeOffset, DateTimeOffset> move)
    {
        var timers = Timers.ConvertAll(timer => timer.Moved(move));
        DateTimeOffset? deletedAt = DeletedAt is { } deleted ? move(deleted) : null;
        if (Undoable.IsEmpty && deletedAt == DeletedAt && timers.SequenceEqual(Timers, ReferenceEqualityComparer.Instance)) return this;
        return this with { Timers = timers, DeletedAt = deletedAt, Undoable = [] };
    }

    public Room With(RoomTimer changed) =>
        this with { Timers = Timers.SetItem(Timers.FindIndex(timer => timer.Id == changed.Id), changed) };
}

/// <summary>A command that can be undone.</summary>
/// <param name="Version">The version of the room it made.</param>
/// <param name="Text">What it did, as <c>Paused “Opening”</c>.</param>
/// <param name="Runs">The timers whose run it touched: once one of them has finished, there is nothing left to undo.</param>
public sealed record UndoStep(long Version, string Text, ImmutableList<Guid> Runs);
