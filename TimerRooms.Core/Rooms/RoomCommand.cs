using System.Text.Json.Serialization;
using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>Everything that can be asked of a room. A closed family of data: it can be authorised, journalled and replayed.</summary>
[JsonDerivedType(typeof(CreateRoom), "create-room")]
[JsonDerivedType(typeof(RenameRoom), "rename-room")]
[JsonDerivedType(typeof(DeleteRoom), "delete-room")]
[JsonDerivedType(typeof(RestoreRoom), "restore-room")]
[JsonDerivedType(typeof(KeepRoom), "keep-room")]
[JsonDerivedType(typeof(SaveRoom), "save-room")]
[JsonDerivedType(typeof(ExpireRoom), "expire-room")]
[JsonDerivedType(typeof(SetDefaultAtZero), "set-default-at-zero")]
[JsonDerivedType(typeof(SetStartLead), "set-start-lead")]
[JsonDerivedType(typeof(SetSound), "set-sound")]
[JsonDerivedType(typeof(AddLink), "add-link")]
[JsonDerivedType(typeof(EditLink), "edit-link")]
[JsonDerivedType(typeof(SetPasscode), "set-passcode")]
[JsonDerivedType(typeof(RevokeLink), "revoke-link")]
[JsonDerivedType(typeof(ExpireLink), "expire-link")]
[JsonDerivedType(typeof(ShareWith), "share-with")]
[JsonDerivedType(typeof(StopSharing), "stop-sharing")]
[JsonDerivedType(typeof(RenamePerson), "rename-person")]
[JsonDerivedType(typeof(SetPersonViewer), "set-person-viewer")]
[JsonDerivedType(typeof(SetPersonRemoved), "set-person-removed")]
[JsonDerivedType(typeof(SetPolicy), "set-policy")]
[JsonDerivedType(typeof(TakeControl), "take-control")]
[JsonDerivedType(typeof(PassControl), "pass-control")]
[JsonDerivedType(typeof(SetPresence), "set-presence")]
[JsonDerivedType(typeof(HoldTimers), "hold-timers")]
[JsonDerivedType(typeof(ReleaseTimers), "release-timers")]
[JsonDerivedType(typeof(StartTogether), "start-together")]
[JsonDerivedType(typeof(LockRoom), "lock-room")]
[JsonDerivedType(typeof(UnlockRoom), "unlock-room")]
[JsonDerivedType(typeof(AddTimer), "add-timer")]
[JsonDerivedType(typeof(EditTimer), "edit-timer")]
[JsonDerivedType(typeof(DuplicateTimer), "duplicate-timer")]
[JsonDerivedType(typeof(RemoveTimer), "remove-timer")]
[JsonDerivedType(typeof(MoveTimer), "move-timer")]
[JsonDerivedType(typeof(StartTimer), "start-timer")]
[JsonDerivedType(typeof(PauseTimer), "pause-timer")]
[JsonDerivedType(typeof(ResumeTimer), "resume-timer")]
[JsonDerivedType(typeof(ResetTimer), "reset-timer")]
[JsonDerivedType(typeof(AddTime), "add-time")]
[JsonDerivedType(typeof(StartAll), "start-all")]
[JsonDerivedType(typeof(PauseAll), "pause-all")]
[JsonDerivedType(typeof(ResumeAll), "resume-all")]
[JsonDerivedType(typeof(ResetAll), "reset-all")]
[JsonDerivedType(typeof(AddTimeToAll), "add-time-to-all")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(ReachZero), "reach-zero")]
[JsonDerivedType(typeof(CorrectClock), "correct-clock")]
public abstract record RoomCommand;

/// <summary>Runs one timer: all that a link for one timer is good for.</summary>
public interface IOneTimer
{
    Guid TimerId { get; }
}

/// <summary>What happens by itself: only the server gives such a command, also in a locked room.</summary>
public interface IByServer;

/// <summary>Makes the room, as a copy of another one's timers if there is one.</summary>
public sealed record CreateRoom(string Name, Guid? CopyOf = null, RoomTemplate Template = RoomTemplate.Blank) : RoomCommand;

public sealed record RenameRoom(Edit<string> Name) : RoomCommand;

public sealed record DeleteRoom : RoomCommand;

public sealed record RestoreRoom : RoomCommand;

public sealed record SetDefaultAtZero(AtZero AtZero) : RoomCommand;

public sealed record SetStartLead(Edit<TimeSpan> Lead) : RoomCommand;

public sealed record SetSound(Edit<RoomSound> Sound) : RoomCommand;

/// <param name="AtZero">Null: the room's default.</param>
public sealed record AddTimer(Guid TimerId, string Title, TimeSpan Duration, TimerKind Kind = TimerKind.Countdown, AtZero? AtZero = null) : RoomCommand;

/// <summary>Changes the fields that are not null; refused only if one of them changed meanwhile.</summary>
public sealed record EditTimer(Guid TimerId) : RoomCommand
{
    public Edit<string>? Title { get; init; }
    public Edit<TimerKind>? Kind { get; init; }
    public Edit<TimeSpan>? Duration { get; init; }
    public Edit<AtZero>? AtZero { get; init; }
    public Edit<int>? Repeats { get; init; }
    public Edit<TimeSpan?>? WarningLeft { get; init; }
    public Edit<TimeSpan?>? DangerLeft { get; init; }
}

public sealed record DuplicateTimer(Guid TimerId, Guid CopyId) : RoomCommand;

/// <param name="Seen">The timer's <see cref="RoomTimer.ChangedIn"/> as the person saw it.</param>
public sealed record RemoveTimer(Guid TimerId, long Seen) : RoomCommand;

/// <param name="BeforeId">The timer it shall stand before; null: at the end.</param>
public sealed record MoveTimer(Guid TimerId, Guid? BeforeId) : RoomCommand;

public sealed record StartTimer(Guid TimerId) : RoomCommand, IOneTimer;

public sealed record PauseTimer(Guid TimerId) : RoomCommand, IOneTimer;

public sealed record ResumeTimer(Guid TimerId) : RoomCommand, IOneTimer;

/// <param name="Seen">The timer's <see cref="RoomTimer.ChangedIn"/> as the person saw it.</param>
public sealed record ResetTimer(Guid TimerId, long Seen) : RoomCommand, IOneTimer;

/// <param name="Amount">Below zero takes time away.</param>
public sealed record AddTime(Guid TimerId, TimeSpan Amount) : RoomCommand, IOneTimer;

public sealed record StartAll : RoomCommand;

public sealed record PauseAll : RoomCommand;

public sealed record ResumeAll : RoomCommand;

public sealed record ResetAll : RoomCommand;

public sealed record AddTimeToAll(TimeSpan Amount) : RoomCommand;

/// <summary>Takes one earlier change back, leaving later changes to other things as they are.</summary>
/// <param name="Version">The version that change made.</param>
public sealed record Undo(long Version) : RoomCommand
{
    /// <summary>That change, from the journal; null if the journal does not have it.</summary>
    [JsonIgnore]
    public RoomChange? Change { get; init; }
}

/// <summary>A countdown reached zero.</summary>
/// <param name="ZeroAt">The true moment, however late it was noticed.</param>
/// <param name="Late">Noticed more than a second after, as when the server was down.</param>
public sealed record ReachZero(Guid TimerId, DateTimeOffset ZeroAt, bool Late) : RoomCommand, IByServer;

/// <summary>The host had booted with a wrong clock: moments saved before <paramref name="Before"/> are moved.</summary>
public sealed record CorrectClock(DateTimeOffset Before, TimeSpan By) : RoomCommand, IByServer;
