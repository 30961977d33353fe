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

    /// <summary>What they were called when they were sent away.</summary>
    public string? RemovedName { get; init; }

    /// <summary>With which browser they were here then; null if that is all they are known by, or was not known.</summary>
    public string? RemovedDevice { get; init; }

    /// <summary>The links that were opened in this browser let nobody in any more.</summary>
    public bool Bars(string deviceId) => IsRemoved && (RemovedDevice == deviceId || Id == Actor.PersonOfDevice(deviceId));
}
