namespace TimerRooms.Core.Rooms;

/// <summary>What becomes of a room's moments when the clock they were taken from turns out to have been wrong.</summary>
internal static class ClockRules
{
    // no clock is further off than this, and moments this far apart can still be reckoned with
    private static readonly TimeSpan Century = TimeSpan.FromDays(36_525);

    /// <summary>
    /// Moves what was saved before: it lies before the start of the process or, if the clock went back at boot, ahead of now, and further
    /// than a start that is on its way.
    /// </summary>
    public static Ruling Correct(Room room, CorrectClock correct, DateTimeOffset now)
    {
        if (correct.By > TimeSpan.Zero || correct.By < -Century) return Ruling.Refuse(RefusalKind.Invalid, "Only a clock that was behind can be corrected.");
        return room.Moved(moment => moment < correct.Before || moment > now + Room.LongestStartLead ? Move(moment) : moment);

        DateTimeOffset Move(DateTimeOffset moment) =>
            RoomRules.WholeMilliseconds(moment + correct.By > now - Century ? moment + correct.By : now - Century);
    }
}
