namespace TimerRooms.Core.Rooms;

/// <summary>Keeps a temporary room for <see cref="Temporary.KeepFor"/> from now.</summary>
public sealed record KeepRoom : RoomCommand;

/// <summary>Makes a temporary room one of the account's own, for good.</summary>
public sealed record SaveRoom : RoomCommand;

/// <summary>Everyone has left a temporary room for long enough. It cannot be taken back.</summary>
public sealed record ExpireRoom : RoomCommand, IByServer;
