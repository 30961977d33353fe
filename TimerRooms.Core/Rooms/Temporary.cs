namespace TimerRooms.Core.Rooms;

/// <summary>What a room without an owner has: whoever started it decides everything in it, and it goes by itself.</summary>
/// <param name="MakerDevice">The <see cref="Actor.DeviceId"/> of the browser that started it.</param>
public sealed record Temporary(string MakerDevice)
{
    /// <summary>How long its maker can keep it, from the moment they say so.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromHours(24);

    /// <summary>When its maker last said so.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>It does not go before.</summary>
    public DateTimeOffset? KeepUntil => KeptAt + KeepFor;

    /// <summary>Signed in or not: the browser is the same.</summary>
    public bool IsMadeBy(Actor actor) => actor.DeviceId == MakerDevice;
}
