using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Live;

/// <summary>Whoever sits at a browser, before it is known what they are to a room.</summary>
/// <param name="Name">What their account calls them; null without one.</param>
/// <param name="DeviceId">What the browser is known by; null if it was never given a cookie.</param>
public sealed record Visitor(string? AccountId, string? Name, string? DeviceId)
{
    /// <summary>Them as someone who comes by no link.</summary>
    public Actor ToActor(string name) => new(AccountId, name)
    {
        DeviceId = DeviceId,
        PersonId = AccountId is { } account ? Actor.PersonOfAccount(account) : DeviceId is { } device ? Actor.PersonOfDevice(device) : null,
    };
}
