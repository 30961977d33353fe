namespace TimerRooms.Core.Rooms;

/// <summary>What an account the room is shared with may do.</summary>
public enum MemberRole
{
    /// <summary>Sees the room and its activity.</summary>
    Reader,

    /// <summary>Runs and edits its timers.</summary>
    Editor,
}

/// <summary>An account of this server that the room is shared with.</summary>
public sealed record RoomMember(string AccountId, string Name, MemberRole Role);

/// <summary>Who may drive the timers, of those with a link or an account for it.</summary>
public enum ControlPolicy
{
    /// <summary>Everyone who has one.</summary>
    Everyone,

    /// <summary>One person at a time, who takes control or is passed it; the owner can always take it.</summary>
    OneAtATime,

    /// <summary>The owner alone.</summary>
    OwnerOnly,
}

/// <summary>What the owner decided about one person.</summary>
/// <param name="Id">The person's <see cref="Actor.PersonId"/>.</param>
public sealed record PersonRule(string Id)
{
    /// <summary>What they are called here, whatever they call themselves.</summary>
    public string? Name { get; init; }

    /// <summary>May look on, whatever their link says.</summary>
    public bool IsViewer { get; init; }

    /// <summary>Was sent away: the links they came by do not let them in again.</summary>
    public bool IsRemoved { get; init; }
}
