using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TimerRooms.Core.Rooms;

/// <summary>Whether the people who are here drive the clock.</summary>
public sealed record PresencePolicy
{
    public const int MostPeople = 100;

    public static readonly TimeSpan LongestGrace = TimeSpan.FromHours(1);

    /// <summary>So many participants start the timers by being here; null: they are started by hand.</summary>
    public int? StartWith { get; init; }

    /// <summary>The timers are held while fewer than <see cref="Needed"/> participants are here.</summary>
    public bool Holds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Needed { get; init; } = 2;

    /// <summary>How long someone may stay away before the timers are held, counted from the last sign of life.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The grace is used time; else it is given back when the timers are held.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool GraceCounts { get; init; } = true;

    /// <summary>The timers it is about; empty: all of them.</summary>
    public ImmutableList<Guid> Timers { get; init; } = [];

    /// <summary>From when on it asks for people as it does now, by the server's clock: nobody is missed before. The rules say it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The newest page of a person takes over from the others.</summary>
    public bool OneDevice { get; init; }

    public bool Concerns(Guid timer) => Timers.IsEmpty || Timers.Contains(timer);
}

/// <summary>Too few people are here: timers wait for them.</summary>
/// <param name="Since">When the grace was over.</param>
/// <param name="Timers">The timers that go on by themselves when enough are back.</param>
/// <param name="WaitingFor">Names, as far as they are known.</param>
public sealed record PresenceHold(DateTimeOffset Since, ImmutableList<Guid> Timers, ImmutableList<string> WaitingFor)
{
    /// <summary>What every page says at a held timer.</summary>
    public string Text => $"held: waiting for {(WaitingFor.IsEmpty ? "people" : string.Join(", ", WaitingFor))}";
}

/// <summary>Who is here, as the clock sees it.</summary>
/// <param name="Count">Participants who are here.</param>
/// <param name="BelowSince">When they became fewer than needed; null while they are enough, or if they never were.</param>
/// <param name="Missing">Who left then.</param>
public sealed record Attendance(int Count, DateTimeOffset? BelowSince, ImmutableList<string> Missing);
