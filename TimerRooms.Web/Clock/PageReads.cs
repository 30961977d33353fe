using Microsoft.AspNetCore.Components.Endpoints;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Time;
using TimerRooms.Web.Features.Team;

namespace TimerRooms.Web.Clock;

/// <summary>
/// Pages that are read again and again while they have no live connection: each answer carries the server's clock, an unchanged
/// room costs a 304, and a viewer page that names itself is counted as one.
/// </summary>
internal static class PageReads
{
    private const string ClockHeader = "TimerRooms-Clock", PageHeader = "TimerRooms-Page", ScreenHeader = "TimerRooms-Screen";

    public static void UsePageReads(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<ServerClock>();
        var (rooms, guests) = (app.Services.GetRequiredService<RoomRegistry>(), app.Services.GetRequiredService<Guests>());
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null || !HttpMethods.IsGet(context.Request.Method)) return next(context);
            // at the last moment: the less between the clock and the wire, the better the sample
            context.Response.OnStarting(() => { context.Response.Headers[ClockHeader] = TextOf(clock); return Task.CompletedTask; });
            return Viewed(context, rooms) is var (room, link) && guests.IsLetIn(room.Current.Id, link, Devices.IdOf(context.User))
                ? AnswerAsync(context, next, room, link, clock)
                : next(context);
        });
    }

    private static (LiveRoom Room, RoomLink Link)? Viewed(HttpContext context, RoomRegistry rooms) =>
        context.Request.Path.StartsWithSegments("/v") && context.GetRouteValue("Token") is string token ? rooms.FindViewer(token) : null;

    private static Task AnswerAsync(HttpContext context, RequestDelegate next, LiveRoom room, RoomLink link, ServerClock clock)
    {
        room.Occupancy.Seen();
        if (context.Request.Headers[PageHeader] is [{ } page])
        {
            room.Presence.Renew(link.Id, page);
            room.Screens.Read(page, DeviceKind.Of(context), link.Name, ScreenState.Read(context.Request.Headers[ScreenHeader]));
        }
        var etag = ETagOf(room.Current, clock);
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch != etag) return next(context);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    // with the process, as a start may bring the moments of a room to another wall time without a new version
    private static string ETagOf(Room room, ServerClock clock) => $"\"{TimerFacts.Milliseconds(clock.StartedAt)}-{room.Version}\"";

    private static string TextOf(ServerClock clock) =>
        $"{TimerFacts.Milliseconds(clock.GetUtcNow())} {TimerFacts.Milliseconds(clock.WallOffset)} {TimerFacts.Milliseconds(clock.StartedAt)}";
}
