using Microsoft.Extensions.Logging;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Core.Live;

/// <summary>Tells the loser of two edits at once who was first.</summary>
internal static class Conflicts
{
    private const int ChangesLookedThrough = 50;

    /// <summary>The refusal with the name of whoever did what stands in the way, if the journal has it among the last changes.</summary>
    public static async Task<Refusal> TellAsync(this RoomJournal journal, Guid roomId, Refusal refusal, Conflict conflict, Actor person, ILogger logger)
    {
        try
        {
            var lately = await journal.SinceAsync(roomId, version: 0, ChangesLookedThrough);
            return lately.FirstOrDefault(conflict.IsBy) is { } change ? conflict.ToldTo(person, change.By) : refusal;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LiveLog.NotReadBack(logger, roomId, e);
            return refusal;
        }
    }
}
