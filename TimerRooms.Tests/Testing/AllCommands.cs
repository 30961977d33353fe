using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Testing;

/// <summary>One of each command, every field filled in, so that none is forgotten where all must be tried.</summary>
public static class AllCommands
{
    public static readonly IReadOnlyList<Type> Types =
        [.. typeof(RoomCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RoomCommand)))];

    /// <param name="timerId">A timer of the room, which stands in its first version.</param>
    /// <param name="linkId">A link of the room.</param>
    public static IReadOnlyList<RoomCommand> On(Guid timerId, Guid linkId = default) =>
    [
        new CreateRoom("Copy", Guid.CreateVersion7(), RoomTemplate.Talk),
        new RenameRoom(new("Main hall", "Small hall")),
        new DeleteRoom(),
        new RestoreRoom(),
        new KeepRoom(),
        new SaveRoom(),
        new ExpireRoom(),
        new SetDefaultAtZero(AtZero.Overtime),
        new SetStartLead(new(TimeSpan.Zero, Room.DefaultStartLead)),
        new SetSound(new(new(), new() { Tone = Tone.Gong, Speaks = true })),
        new AddLink(Guid.CreateVersion7(), LinkScope.ControlOne, "For Ada", Tokens.New(), timerId, "Ada"),
        new EditLink(linkId) { Name = new("Viewer link", "Foyer"), ExpiresAt = new(null, Noon.AddDays(1)), IsParticipant = new(false, true) },
        new SetPasscode(linkId, "hash"),
        new RevokeLink(linkId, "Viewer link"),
        new ExpireLink(linkId, "Viewer link"),
        new ShareWith("stranger", "Sam", MemberRole.Editor),
        new StopSharing("stranger"),
        new RenamePerson("device:1", "Ada"),
        new SetPersonViewer("device:1", "Ada", true),
        new SetPersonRemoved("device:1", "Ada", true),
        new SetPolicy(ControlPolicy.OneAtATime),
        new TakeControl(),
        new PassControl("device:1", "Ada"),
        new SetPresence(new() { StartWith = 2, Holds = true, Needed = 3, Grace = TimeSpan.Zero, GraceCounts = false, OneDevice = true }),
        new HoldTimers(Noon, []),
        new ReleaseTimers(),
        new StartTogether(),
        new LockRoom(),
        new UnlockRoom(),
        new AddTimer(Guid.CreateVersion7(), "Q&A", OneMinute, TimerKind.CountUp, AtZero.Repeat),
        new EditTimer(timerId)
        {
            Title = new("Talk", "Keynote"),
            Kind = new(TimerKind.CountUp, TimerKind.Countdown),
            Duration = new(5 * OneMinute, OneMinute),
            AtZero = new(AtZero.Stop, AtZero.StartNext),
            Repeats = new(1, 2),
            WarningLeft = new(null, TimeSpan.Zero),
            DangerLeft = new(OneMinute, null),
        },
        new DuplicateTimer(timerId, Guid.CreateVersion7()),
        new RemoveTimer(timerId, 1),
        new MoveTimer(timerId, Guid.CreateVersion7()),
        new StartTimer(timerId),
        new PauseTimer(timerId),
        new ResumeTimer(timerId),
        new ResetTimer(timerId, 1),
        new AddTime(timerId, -OneMinute),
        new StartAll(),
        new PauseAll(),
        new ResumeAll(),
        new ResetAll(),
        new AddTimeToAll(OneMinute),
        new Undo(2),
        new ReachZero(timerId, Noon.AddMinutes(5), Late: true),
        new CorrectClock(Noon, OneMinute),
    ];
}
