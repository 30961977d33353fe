using System.Collections.Immutable;

namespace TimerRooms.Core.Rooms;

/// <summary>Decides whether the people who are here drive the clock.</summary>
public sealed record SetPresence(PresencePolicy Policy) : RoomCommand;

/// <summary>Too few people have been here for longer than the grace time.</summary>
/// <param name="At">When the grace was over, however late it was noticed.</param>
public sealed record HoldTimers(DateTimeOffset At, ImmutableList<string> WaitingFor) : RoomCommand, IByServer;

/// <summary>Enough people are back.</summary>
public sealed record ReleaseTimers : RoomCommand, IByServer;

/// <summary>Everyone is here.</summary>
public sealed record StartTogether : RoomCommand, IByServer;
