namespace TimerRooms.Web.Features.Admin;

/// <summary>An account as the host sees it.</summary>
public sealed record Person(string Id, string Email, bool IsAdministrator, bool IsDisabled, int Rooms);
