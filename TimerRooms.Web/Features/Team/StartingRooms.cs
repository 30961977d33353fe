using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Features.Team;

/// <summary>Starts a temporary room for a browser, whoever sits at it.</summary>
internal sealed partial class StartingRooms(RoomRegistry rooms, Guests guests, Devices devices, IHttpContextAccessor http, ILogger<StartingRooms> log)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Starting a room needs a request.");

    /// <returns>Null and why not, or the new room's id.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> TryAsync(RoomTemplate template)
    {
        var (device, address) = (devices.Ensure(Context), ClientAddress.Of(Context));
        var (id, refusal) = await rooms.StartTemporaryAsync(Context.User.ToVisitor(), address, template);
        if (refusal is not null) Refused(address, refusal.Text);
        if (id is not { } started || rooms.Find(started, Context.User.ToVisitor()) is not var (room, me)) return (id, refusal);

        if (Context.User.AccountId() is null) await guests.NameAsync(device, null, room.Current);
        Started(started, me.Name, address);
        return (id, null);
    }

    [LoggerMessage(LogLevel.Information, "Room {Room}: {Name} started it, a temporary one, from {Address}")]
    private partial void Started(Guid room, string name, string address);

    [LoggerMessage(LogLevel.Warning, "Temporary room refused, from {Address}: {Reason}")]
    private partial void Refused(string address, string reason);
}
