namespace TimerRooms.Core.Rooms;

/// <summary>Shares the room with an account of this server, or changes what it may do there.</summary>
public sealed record ShareWith(string AccountId, string Name, MemberRole Role) : RoomCommand;

public sealed record StopSharing(string AccountId) : RoomCommand;

/// <summary>Calls a person otherwise, in this room.</summary>
public sealed record RenamePerson(string PersonId, string Name) : RoomCommand;

/// <summary>Lets a person look on only, or do again what their link says.</summary>
public sealed record SetPersonViewer(string PersonId, string Name, bool IsViewer) : RoomCommand;

/// <summary>Sends a person away, or lets them come back.</summary>
/// <param name="DeviceId">The browser they are here with, by which they cannot come back without their account either.</param>
public sealed record SetPersonRemoved(string PersonId, string Name, bool IsRemoved, string? DeviceId = null) : RoomCommand;

public sealed record SetPolicy(ControlPolicy Policy) : RoomCommand;

/// <summary>Makes the person who asks the one who drives.</summary>
public sealed record TakeControl : RoomCommand;

/// <summary>Gives control to someone else.</summary>
public sealed record PassControl(string PersonId, string Name) : RoomCommand;

/// <summary>From now on only start, pause and resume work, for everyone.</summary>
public sealed record LockRoom : RoomCommand;

public sealed record UnlockRoom : RoomCommand;
