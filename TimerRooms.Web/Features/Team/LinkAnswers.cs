namespace TimerRooms.Web.Features.Team;

internal static class LinkAnswers
{
    /// <summary>
    /// The page goes out with 404. Set only when the answer starts: a 404 known before would be answered by the general page,
    /// without the mark by which a page that lost its connection knows its own server.
    /// </summary>
    public static void NotFound(HttpContext context) => context.Response.OnStarting(() =>
    {
        if (context.Response.StatusCode == StatusCodes.Status200OK) context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
