using System.Text.Json.Serialization;

namespace TimerRooms.Core.Rooms;

/// <summary>Makes a link into the room.</summary>
/// <param name="Token">22 base62 characters from the cryptographic generator. Never journalled.</param>
/// <param name="TimerId">The timer of a link for one.</param>
/// <param name="Person">Whoever opens it is this person.</param>
public sealed record AddLink(Guid LinkId, LinkScope Scope, string Name, [property: JsonIgnore] string Token, Guid? TimerId = null, string? Person = null) : RoomCommand;

/// <summary>Changes the fields that are not null; refused only if one of them changed meanwhile.</summary>
public sealed record EditLink(Guid LinkId) : RoomCommand
{
    public Edit<string>? Name { get; init; }
    public Edit<DateTimeOffset?>? ExpiresAt { get; init; }
    public Edit<bool>? IsParticipant { get; init; }
    public Edit<bool>? IsSilent { get; init; }
}

/// <summary>Asks whoever comes by the link for a passcode, or no more; everyone who came before is asked, too.</summary>
/// <param name="Hash">The salted hash of the passcode; null for none. Never journalled.</param>
public sealed record SetPasscode(Guid LinkId, [property: JsonIgnore] string? Hash) : RoomCommand;

/// <summary>Ends a link for good, and every page that came by it.</summary>
public sealed record RevokeLink(Guid LinkId, string Name) : RoomCommand;

/// <summary>A link's time is over.</summary>
public sealed record ExpireLink(Guid LinkId, string Name) : RoomCommand, IByServer;
