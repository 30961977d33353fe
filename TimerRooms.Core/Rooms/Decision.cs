namespace TimerRooms.Core.Rooms;

/// <summary>What becomes of a command: the next room and what changed, or nothing at all, or a refusal.</summary>
public sealed record Decision
{
    /// <summary>The room afterwards; the same instance as before if nothing happened.</summary>
    public required Room Next { get; init; }

    /// <summary>Null if nothing happened.</summary>
    public RoomChange? Change { get; init; }

    public Refusal? Refusal { get; init; }
}

/// <summary>What one subject's rules answer: a room or a refusal.</summary>
internal readonly record struct Ruling(Room? Next, Refusal? Refusal)
{
    public static implicit operator Ruling(Room next) => new(next, null);

    public static implicit operator Ruling(Refusal refusal) => new(null, refusal);

    public static Ruling Refuse(RefusalKind kind, string text) => new(null, new Refusal(kind, text));
}
