namespace TimerRooms.Core.Rooms;

/// <summary>What whoever has a link may do.</summary>
public enum LinkScope
{
    /// <summary>Sees every timer.</summary>
    View,

    /// <summary>Drives every timer.</summary>
    Control,

    /// <summary>Sees every timer and runs one of them.</summary>
    ControlOne,
}

/// <summary>A way into a room for people without an account. It is a capability: whoever has it may do what its scope says, until it ends.</summary>
public sealed record RoomLink(Guid Id, LinkScope Scope, string Name)
{
    /// <summary>What stands in the address of a link for viewers, which can be shown again; null for the others.</summary>
    public string? Token { get; init; }

    /// <summary>All that is kept of what stands in the other links.</summary>
    public string? SecretHash { get; init; }

    /// <summary>SHA-256 of what stands in the link, in hexadecimal.</summary>
    public string Hash => SecretHash ?? Tokens.HashOf(Token!);

    /// <summary>The one timer of <see cref="LinkScope.ControlOne"/>.</summary>
    public Guid? TimerId { get; init; }

    /// <summary>Whoever opens the link is this person, on every device; null for a link of many.</summary>
    public string? Person { get; init; }

    /// <summary>Whoever comes by it is counted where presence drives the clock.</summary>
    public bool IsParticipant { get; init; }

    /// <summary>Pages that came by it do not ring.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The salted hash of the passcode; null if there is none.</summary>
    public string? PasscodeHash { get; init; }

    /// <summary>The version of the room that last set the passcode: who was let in before is asked again.</summary>
    public long Epoch { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The server has noticed that it expired.</summary>
    public bool HasExpired { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; } = DateTimeOffset.UnixEpoch;

    public bool IsOpen(DateTimeOffset now) => !HasExpired && !(ExpiresAt <= now);

    /// <summary>Its end lies ahead, and moves with the moment it was made.</summary>
    internal RoomLink Moved(Func<DateTimeOffset, DateTimeOffset> move) =>
        this with { MadeAt = move(MadeAt), ExpiresAt = ExpiresAt + (move(MadeAt) - MadeAt) };
}
