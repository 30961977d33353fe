using System.Security.Claims;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Team;

namespace TimerRooms.Web.Features.Rooms;

internal static class Actors
{
    /// <summary>An account, whatever the room; someone not signed in has none, and no rights.</summary>
    public static Actor ToActor(this ClaimsPrincipal user)
    {
        var visitor = user.ToVisitor();
        return new(visitor.AccountId, visitor.Name ?? "Someone") { PersonId = visitor.AccountId is { } id ? Actor.PersonOfAccount(id) : null };
    }
}
