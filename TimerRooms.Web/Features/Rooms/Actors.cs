using System.Security.Claims;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Features.Rooms;

internal static class Actors
{
    /// <summary>Who this is to Core; someone not signed in has no account, and no rights.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) =>
        new(user.AccountId(), user.Identity?.Name ?? "Someone");

    /// <summary>The room of an address; an id that is none is a room that does not exist.</summary>
    public static LiveRoom? Find(this RoomRegistry rooms, string roomId, Actor actor) =>
        Guid.TryParseExact(roomId, "D", out var id) ? rooms.Find(id, actor) : null;
}
