using System.Text.Json.Serialization;

namespace TimerRooms.Core.Rooms;

/// <summary>What a room sounds like. Screens make the sounds themselves (<c>wwwroot/screen/tones.js</c>).</summary>
public enum Tone
{
    Chime,
    Bell,
    Marimba,
    Bowl,
    Gong,
    Beep,
}

/// <summary>When and how the screens of a room ring. Each link and each device may be silent all the same.</summary>
public sealed record RoomSound
{
    public const int Loudest = 100;

    public Tone Tone { get; init; }

    /// <summary>0 to <see cref="Loudest"/>; at 0 the room is silent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Loudness { get; init; } = 70;

    public bool AtWarning { get; init; }

    public bool AtDanger { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool AtZero { get; init; } = true;

    /// <summary>Screens that can speak say at the same moments how much is left.</summary>
    public bool Speaks { get; init; }

    /// <summary>No moment is chosen, or no loudness.</summary>
    [JsonIgnore]
    public bool IsSilent => Loudness == 0 || !(AtWarning || AtDanger || AtZero);
}
