using System.Security.Claims;
using TimerRooms.Core.Live;

namespace TimerRooms.Web.Features.Rooms;

/// <summary>Lets into a room whoever may see it. For anyone else there is no such room, and a line in the log.</summary>
internal sealed partial class RoomDoor(RoomRegistry rooms, ILogger<RoomDoor> log)
{
    public LiveRoom? Find(string roomId, ClaimsPrincipal user)
    {
        var room = rooms.Find(roomId, user.ToActor());
        if (room is null) Refused(user.Identity?.Name, Guid.TryParse(roomId, out var id) ? id.ToString() : "something that is no room's id");
        return room;
    }

    // never the text that was asked for: it may be the token of a link, put in the wrong place
    [LoggerMessage(LogLevel.Warning, "Room refused: {Account} asked for {Room}")]
    private partial void Refused(string? account, string room);
}
