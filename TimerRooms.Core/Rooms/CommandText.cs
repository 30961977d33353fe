namespace TimerRooms.Core.Rooms;

/// <summary>What a command did, in the words of the person who may undo it.</summary>
internal static class CommandText
{
    /// <summary>The text; null for what cannot be undone.</summary>
    public static string? Of(RoomCommand command, Room before, RoomDifference what)
    {
        string Named(string verb, Guid id) => $"{verb} “{before.Timer(id)?.Title ?? what.Timers[0].After?.Title}”";
        return command switch
        {
            RenameRoom => $"Renamed the room to “{what.Name?.To}”",
            SetDefaultAtZero => "Changed what new timers do at zero",
            SetStartLead => "Changed the start delay",
            AddTimer add => Named("Added", add.TimerId),
            EditTimer edit => Named("Changed", edit.TimerId),
            DuplicateTimer duplicate => Named("Duplicated", duplicate.TimerId),
            RemoveTimer remove => Named("Deleted", remove.TimerId),
            MoveTimer move => Named("Moved", move.TimerId),
            StartTimer start => Named("Started", start.TimerId),
            PauseTimer pause => Named("Paused", pause.TimerId),
            ResumeTimer resume => Named("Resumed", resume.TimerId),
            ResetTimer reset => Named("Reset", reset.TimerId),
            AddTime add => Named(add.Amount > TimeSpan.Zero ? "Added time to" : "Took time from", add.TimerId),
            StartAll => "Started all timers",
            PauseAll => "Paused all timers",
            ResumeAll => "Resumed all timers",
            ResetAll => "Reset all timers",
            AddTimeToAll add => add.Amount > TimeSpan.Zero ? "Added time to all timers" : "Took time from all timers",
            _ => null,
        };
    }
}
