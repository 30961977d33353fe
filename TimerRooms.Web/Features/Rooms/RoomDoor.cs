using System.Security.Claims;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Team;

namespace TimerRooms.Web.Features.Rooms;

/// <summary>Lets into a room whoever may see it. For anyone else there is no such room, and a line in the log.</summary>
internal sealed partial class RoomDoor(RoomRegistry rooms, ILogger<RoomDoor> log)
{
    public (LiveRoom Room, Actor Actor)? Find(string roomId, ClaimsPrincipal user)
    {
        var isId = Guid.TryParseExact(roomId, "D", out var id);
        var found = isId ? rooms.Find(id, user.ToVisitor()) : null;
        found?.Room.Occupancy.Seen();  // not every page that is read will be live
        if (found is null) Refused(user.Identity?.Name ?? "someone not signed in", isId ? id.ToString() : "something that is no room's id");
        return found;
    }

    // never the text that was asked for: it may be the token of a link, put in the wrong place
    [LoggerMessage(LogLevel.Warning, "Room refused: {Account} asked for {Room}")]
    private partial void Refused(string? account, string room);
}
