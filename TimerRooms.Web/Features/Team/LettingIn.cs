using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Features.Team;

/// <summary>Lets a browser into a room by a link, if it is open and the passcode is right.</summary>
internal sealed partial class LettingIn(
    RoomRegistry rooms, Guests guests, Devices devices, Passcodes passcodes, SignInThrottle throttle, IHttpContextAccessor http, ILogger<LettingIn> log)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Letting in needs a request.");

    /// <summary>Null for a link that is unknown, revoked or over, and for a passcode that is not right: nobody is told which.</summary>
    /// <param name="isForViewers">Whether it must be a link for viewers, or must be none.</param>
    public async Task<Guid?> TryAsync(string token, bool isForViewers, string? name, string? passcode)
    {
        var address = ClientAddress.Of(Context);
        var found = rooms.FindByToken(token) is { } one && isForViewers == one.Link.Token is not null ? one : default((LiveRoom Room, RoomLink Link)?);
        string[] keys = [$"link {found?.Link.Id} {address}"];
        if (throttle.Take(keys) is var wait && wait > TimeSpan.Zero)
        {
            Throttled(address, (int)wait.TotalSeconds);
            return null;
        }
        var needsPasscode = found is not { Link.PasscodeHash: null };
        var isRight = !needsPasscode || await passcodes.IsRightAsync(found?.Link.PasscodeHash, passcode ?? "");
        if (found is not var (room, link) || !isRight)
        {
            Refused(address);
            return null;
        }
        throttle.Return(keys);
        await LetInAsync(room.Current, link, name);
        return room.Current.Id;
    }

    private async Task LetInAsync(Room room, RoomLink link, string? name)
    {
        var device = devices.Ensure(Context);
        await guests.LetInAsync(room.Id, link, device);
        if (link is { Scope: not LinkScope.View, Person: null } && Context.User.AccountId() is null) await guests.NameAsync(device, name, room);
        Entered(room.Id, guests.ActorIn(room, Context.User.ToVisitor()).Name, ClientAddress.Of(Context));
    }

    [LoggerMessage(LogLevel.Information, "Room {Room}: {Name} came by a link, from {Address}")]
    private partial void Entered(Guid room, string name, string address);

    [LoggerMessage(LogLevel.Warning, "Link refused: it is none, or the passcode is wrong, from {Address}")]
    private partial void Refused(string address);

    [LoggerMessage(LogLevel.Warning, "Link throttled: too many tries from {Address}, for {Seconds} s")]
    private partial void Throttled(string address, int seconds);
}
