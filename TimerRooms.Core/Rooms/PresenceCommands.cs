using System.Collections.Immutable;

namespace TimerRooms.Core.Rooms;

/// <summary>Decides whether the people who are here drive the clock.</summary>
public sealed record SetPresence(PresencePolicy Policy) : RoomCommand;

/// <summary>Too few people have been here for longer than the grace time. Only the server says so.</summary>
/// <param name="At">When the grace was over, however late it was noticed.</param>
public sealed record HoldTimers(DateTimeOffset At, ImmutableList<string> WaitingFor) : RoomCommand;

/// <summary>Enough people are back. Only the server says so.</summary>
public sealed record ReleaseTimers : RoomCommand;

/// <summary>Everyone is here. Only the server says so.</summary>
public sealed record StartTogether : RoomCommand;
