namespace TimerRooms.Core.Rooms;

/// <summary>What still works in a room that is locked against slips.</summary>
internal static class LockRules
{
    /// <summary>Start, pause and resume; and whoever is to be sent away still is, as the lock is against slips and not against people.</summary>
    public static bool Allow(RoomCommand command) => command
        is StartTimer or PauseTimer or ResumeTimer or StartAll or PauseAll or ResumeAll or UnlockRoom
        or TakeControl or PassControl or SetPolicy or SetPersonViewer or SetPersonRemoved or StopSharing or RevokeLink or SetPasscode
        or KeepRoom or SaveRoom or IByServer;
}
