namespace TimerRooms.Core.Live;

/// <summary>What the host allows of rooms that anyone can start without an account.</summary>
public sealed record GuestRoomSettings
{
    public const int DefaultMinutes = 5;

    public bool Allowed { get; init; } = true;

    /// <summary>How long such a room stays after everyone has left.</summary>
    public TimeSpan GoesAfter { get; init; } = TimeSpan.FromMinutes(DefaultMinutes);
}
