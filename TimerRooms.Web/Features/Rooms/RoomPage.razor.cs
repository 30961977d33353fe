namespace TimerRooms.Web.Features.Rooms;

public sealed partial class RoomPage
{
    // never the text that was asked for: it may be the token of a link, put in the wrong place
    [LoggerMessage(LogLevel.Warning, "Room refused: {Account} asked for {Room}")]
    private static partial void Refused(ILogger log, string? account, string room);
}
