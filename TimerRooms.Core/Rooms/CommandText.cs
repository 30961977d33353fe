using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>Changes in words for people.</summary>
public static class CommandText
{
    /// <summary>What a change did, as <c>Paused “Opening”</c>, without a full stop.</summary>
    /// <param name="room">Says the titles that the change itself does not tell: the room at any later time.</param>
    public static string Of(RoomChange change, Room room) => ToUndo(change.Command, change.What, room) ?? change.Command switch
    {
        CreateRoom { CopyOf: not null } => "Made the room as a copy",
        CreateRoom => "Made the room",
        DeleteRoom => "Deleted the room",
        RestoreRoom => "Brought the room back",
        KeepRoom => "Kept the room for 24 hours",
        SaveRoom => "Saved the room for good",
        ExpireRoom => "The temporary room went: everyone had left",
        AddLink { Person: { } person } => $"Made a personal link for {person}",
        AddLink add => $"Made the link “{add.Name}”",
        EditLink edit => $"Changed the link “{room.Link(edit.LinkId)?.Name}”",
        SetPasscode set => $"Changed the passcode of “{room.Link(set.LinkId)?.Name}”",
        RevokeLink revoke => $"Revoked the link “{revoke.Name}”",
        ExpireLink expire => $"The link “{expire.Name}” ended",
        ShareWith share => $"Shared the room with {share.Name}, {(share.Role == MemberRole.Editor ? "to edit" : "to read")}",
        StopSharing => "Stopped sharing the room with someone",
        RenamePerson rename => $"Named a person {rename.Name}",
        SetPersonViewer set => set.IsViewer ? $"Made {set.Name} a viewer" : $"Let {set.Name} drive again",
        SetPersonRemoved set => set.IsRemoved ? $"Removed {set.Name}" : $"Let {set.Name} in again",
        SetPolicy { Policy: ControlPolicy.Everyone } => "Let everyone with a control link drive",
        SetPolicy { Policy: ControlPolicy.OneAtATime } => "Let one person drive at a time",
        SetPolicy => "Kept the timers to the owner",
        TakeControl => "Took control",
        PassControl pass => $"Passed control to {pass.Name}",
        SetPresence => "Changed how people drive the clock",
        HoldTimers { WaitingFor.IsEmpty: true } => "The timers are held: too few people are here",
        HoldTimers hold => $"The timers are held: waiting for {string.Join(", ", hold.WaitingFor)}",
        ReleaseTimers => "The timers go on: enough people are back",
        StartTogether => "The timers started: everyone is here",
        SetSound { Sound.To.IsSilent: true } => "Made the room silent",
        SetSound => "Changed the sound",
        LockRoom => "Locked the room",
        UnlockRoom => "Unlocked the room",
        Undo { Change: { } undone } => $"Took back: {InMidSentence(Of(undone, room))}",
        Undo => "Took a change back",
        ReachZero reach => Zero(reach, change.What, room),
        CorrectClock => "The clock was wrong and has been set right",
        var unknown => throw new ArgumentOutOfRangeException(nameof(change), unknown.GetType().Name, "This command has no words yet."),
    };

    /// <summary>The same with who did it, as <c>Olga paused “Opening”</c>; what the server does happens by itself.</summary>
    public static string WithActor(RoomChange change, Room room) =>
        change.By == Actor.Server ? Of(change, room) : $"{change.By.Name} {InMidSentence(Of(change, room))}";

    /// <summary>What a command did, in the words of the person who may undo it; null for what cannot be undone.</summary>
    /// <param name="room">The room before.</param>
    internal static string? ToUndo(RoomCommand command, RoomDifference what, Room room)
    {
        string Named(string verb, Guid id) => $"{verb} {Title(id, what, room)}";
        return command switch
        {
            RenameRoom rename => $"Renamed the room to “{what.Name?.To ?? rename.Name.To}”",
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

    /// <summary>What a command does to a timer, before <c>by</c> and a name if a person did it; null if no timer shows it.</summary>
    public static string? Act(RoomCommand command) => command switch
    {
        StartTimer or StartAll => "started",
        PauseTimer or PauseAll => "paused",
        ResumeTimer or ResumeAll => "resumed",
        ResetTimer or ResetAll => "reset",
        AddTime { Amount.Ticks: > 0 } or AddTimeToAll { Amount.Ticks: > 0 } => "time added",
        AddTime or AddTimeToAll => "time taken",
        AddTimer or DuplicateTimer => "added",
        EditTimer => "changed",
        Undo => "put back",
        ReleaseTimers => "goes on: enough are back",
        StartTogether => "started: everyone is here",
        _ => null,
    };

    private static string Zero(ReachZero reach, RoomDifference what, Room room)
    {
        var begun = what.Timers.Find(timer => timer.After is { IsRunning: true, Run.FinishedAt: null });
        var then = begun?.After is not { } timer ? "" : timer.Id == reach.TimerId ? $" and began round {timer.Run.Round + 1}" : $" and started “{timer.Title}”";
        return $"{Title(reach.TimerId, what, room)} reached zero{then}{(reach.Late ? ", which was noticed late" : "")}";
    }

    private static string Title(Guid id, RoomDifference what, Room room)
    {
        var timer = what.Timers.Select(timer => timer.Before ?? timer.After).FirstOrDefault(timer => timer?.Id == id) ?? room.Timer(id);
        return timer is null ? "a timer" : $"“{timer.Title}”";
    }

    // every text begins with an ordinary word or with a title in quotes
    private static string InMidSentence(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
