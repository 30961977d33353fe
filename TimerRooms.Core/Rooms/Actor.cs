namespace TimerRooms.Core.Rooms;

/// <summary>Who a command comes from. A null account is the server itself.</summary>
/// <param name="Name">What people are told when they ask who did it.</param>
public sealed record Actor(string? AccountId, string Name)
{
    public static readonly Actor Server = new(null, "TimerRooms");
}
