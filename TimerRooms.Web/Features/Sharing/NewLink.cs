using TimerRooms.Core.Rooms;

namespace TimerRooms.Web.Features.Sharing;

/// <summary>A link that someone wants made.</summary>
public sealed record NewLink(LinkScope Scope, string Name, Guid? TimerId = null, string? Person = null);
