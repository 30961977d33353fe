using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Features.Team;

/// <summary>An owner says by its code what a screen shall show; guessing at codes is throttled.</summary>
internal sealed class ScreenPairing(Displays displays, SignInThrottle throttle)
{
    /// <param name="linkId">Null: the room's viewer link, made if there is none.</param>
    public async Task<Refusal?> PairAsync(string code, LiveRoom room, Actor actor, Guid? linkId = null)
    {
        string[] keys = [$"screen {actor.PersonId}"];
        if (throttle.Take(keys) is var wait && wait > TimeSpan.Zero) return new(RefusalKind.Invalid, $"Too many tries. Wait {Math.Ceiling(wait.TotalSeconds):0} seconds.");
        if (linkId is null && room.Current.ViewLink is null
            && await room.ExecuteAsync(new AddLink(Guid.CreateVersion7(), LinkScope.View, "Viewer link", Tokens.New()), actor) is { } refusal) return refusal;
        var fault = await displays.PairAsync(code, room.Current, linkId ?? room.Current.ViewLink!.Id, actor);
        if (fault is null) throttle.Return(keys);
        return fault;
    }
}
