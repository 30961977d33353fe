namespace TimerRooms.Core.Rooms;

/// <summary>Who a command comes from, by an account or by a link that let them in.</summary>
/// <param name="Name">What people are told when they ask who did it.</param>
public sealed record Actor(string? AccountId, string Name)
{
    public static readonly Actor Server = new(null, "TimerRooms");

    /// <summary>The link by which they came, if they hold no account's right to the room.</summary>
    public Guid? LinkId { get; init; }

    /// <summary>That link's <see cref="RoomLink.Epoch"/> when they were let in.</summary>
    public long LinkEpoch { get; init; }

    /// <summary>The browser they came with; null without one that was given a cookie.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The same on every page of one person: of an account, of a personal link, else of a device.</summary>
    public string? PersonId { get; init; }

    public static string PersonOfAccount(string accountId) => $"account:{accountId}";

    public static string PersonOfLink(Guid linkId) => $"link:{linkId}";

    public static string PersonOfDevice(string deviceId) => $"device:{deviceId}";
}
