using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

internal static partial class LiveLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed to look again")]
    public static partial void LookFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Room {Room}: {Command} could not be saved; nothing was changed")]
    public static partial void NotSaved(ILogger logger, Guid room, string command, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Room {Room} could not be read back from the disk")]
    public static partial void NotReadBack(ILogger logger, Guid room, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Room {Room}: a timer that reached zero could not be finished; trying again")]
    public static partial void ZeroFailed(ILogger logger, Guid room, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {Room}: {Command} refused to {Actor}: {Reason}")]
    public static partial void Refused(ILogger logger, Guid room, string command, string actor, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The host's clock was set by {Step}; running timers are not affected")]
    public static partial void ClockStepped(ILogger logger, TimeSpan step);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The host's clock was set for the first time since it booted, by {Step}; the time it was off is counted")]
    public static partial void ClockSynced(ILogger logger, TimeSpan step);

    [LoggerMessage(Level = LogLevel.Error, Message = "The step of the host's clock could not be saved; trying again")]
    public static partial void ClockNotSaved(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Rooms} rooms loaded")]
    public static partial void Loaded(ILogger logger, int rooms);
}
