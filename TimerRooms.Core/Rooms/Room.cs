using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>A room as one immutable value: whoever holds it sees one moment of it, whole.</summary>
public sealed record Room(Guid Id, string OwnerId, string Name)
{
    public const int MostTimers = 200, MostLinks = 100, MostMembers = 100, MostRules = 500;

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

    public RoomSound Sound { get; init; } = new();

    /// <summary>The ways into the room for people without an account, oldest first.</summary>
    public ImmutableList<RoomLink> Links { get; init; } = [];

    /// <summary>The accounts of this server that the room is shared with.</summary>
    public ImmutableList<RoomMember> Members { get; init; } = [];

    /// <summary>What the owner decided about persons.</summary>
    public ImmutableList<PersonRule> Rules { get; init; } = [];

    public ControlPolicy Policy { get; init; }

    /// <summary>Who has control while that is one person's at a time; null if nobody took it.</summary>
    public Holder? Holder { get; init; }

    /// <summary>Against slips: only start, pause and resume work.</summary>
    public bool IsLocked { get; init; }

    public PresencePolicy Presence { get; init; } = new();

    /// <summary>The timers wait for people; null while they do not.</summary>
    public PresenceHold? Hold { get; init; }

    /// <summary>How the room goes by itself; null for one that stays.</summary>
    public Temporary? Temporary { get; init; }

    /// <summary>When the room was deleted; it can come back until the host purges it.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What can be undone, newest last.</summary>
    public ImmutableList<UndoStep> Undoable { get; init; } = [];

    /// <summary>The next moment a countdown of this room reaches zero; null while none will.</summary>
    public DateTimeOffset? NextZeroAt => DeletedAt is null ? Timers.Min(timer => timer.ZeroAt) : null;

    /// <summary>The next moment at which something happens here by itself; null while nothing will.</summary>
    public DateTimeOffset? NextDueAt => DeletedAt is null ? Earliest(NextZeroAt, NextExpiry?.ExpiresAt) : null;

    /// <summary>The link whose time is over next.</summary>
    internal RoomLink? NextExpiry => Links.Where(link => link is { HasExpired: false, ExpiresAt: not null }).MinBy(link => link.ExpiresAt);

    /// <summary>The first of the links for viewers that never ends by itself.</summary>
    public RoomLink? ViewLink => Links.Find(link => link is { Scope: LinkScope.View, Person: null, ExpiresAt: null });

    public RoomTimer? Timer(Guid id) => Timers.Find(timer => timer.Id == id);

    public RoomLink? Link(Guid id)
    {
        // without a predicate of its own: every page of a room asks at each change
        foreach (var link in Links)
            if (link.Id == id) return link;
        return null;
    }

    public PersonRule? Rule(string personId) => Rules.Find(rule => rule.Id == personId);

    /// <summary>
    /// The same room with its moments moved. What could be undone would bring the old ones back, so nothing can be. The same
    /// instance if there was nothing to move.
    /// </summary>
    public Room Moved(Func<DateTimeOffset, DateTimeOffset> move)
    {
        var timers = Timers.ConvertAll(timer => timer.Moved(move));
        DateTimeOffset? deletedAt = DeletedAt is { } deleted ? move(deleted) : null;
        var links = Links.ConvertAll(link => link.Moved(move));
        var temporary = Temporary is { KeptAt: { } kept } ? Temporary with { KeptAt = move(kept) } : Temporary;
        if (Undoable.IsEmpty && deletedAt == DeletedAt && temporary == Temporary && links.SequenceEqual(Links) && timers.SequenceEqual(Timers, ReferenceEqualityComparer.Instance)) return this;
        return this with { Timers = timers, Links = links, Temporary = temporary, DeletedAt = deletedAt, Undoable = [], Hold = Hold is { } hold ? hold with { Since = move(hold.Since) } : null };
    }

    public Room With(RoomTimer changed) =>
        this with { Timers = Timers.SetItem(Timers.FindIndex(timer => timer.Id == changed.Id), changed) };

    public Room With(RoomLink changed) =>
        this with { Links = Links.SetItem(Links.FindIndex(link => link.Id == changed.Id), changed) };

    internal static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> moments)
    {
        DateTimeOffset? earliest = null;
        foreach (var moment in moments)
            if (moment is not null && !(earliest < moment)) earliest = moment;
        return earliest;
    }
}

/// <summary>The person who has control.</summary>
public sealed record Holder(string Id, string Name);

/// <summary>A command that can be undone.</summary>
/// <param name="Version">The version of the room it made.</param>
/// <param name="Text">What it did, as <c>Paused “Opening”</c>.</param>
/// <param name="Runs">The timers whose run it touched: once one of them has finished, there is nothing left to undo.</param>
public sealed record UndoStep(long Version, string Text, ImmutableList<Guid> Runs);
