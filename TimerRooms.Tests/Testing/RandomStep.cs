using FsCheck;
using FsCheck.Fluent;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Testing;

/// <summary>A random command, not yet bound to a room, and the time that passes before it.</summary>
public sealed record RandomStep(int Verb, int Which, int Value, TimeSpan Wait)
{
    private static readonly TimeSpan[] Amounts =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(1), OneMinute, 5 * OneMinute, TimeSpan.FromHours(1), RoomTimer.LongestDuration, TimeSpan.FromTicks(12_345_678),
        -TimeSpan.FromSeconds(1), -OneMinute, TimeSpan.FromDays(365), TimeSpan.MaxValue, TimeSpan.MinValue, TimeSpan.FromSeconds(20), 2 * OneMinute,
    ];

    private static readonly string[] Names = ["Talk", "Keynote", " ", "\uD83D", "\u202Eevil", new('x', 200), new('x', 201), "Q&A"];

    public static readonly Gen<RandomStep> Any =
        from verb in Gen.Choose(0, 30)
        from which in Gen.Choose(0, 4)
        from value in Gen.Choose(0, 999)
        from wait in Gen.Frequency((3, Gen.Constant(0)), (6, Gen.Choose(1, 90_000)), (1, Gen.Choose(0, 20_000_000)))
        select new RandomStep(verb, which, value, TimeSpan.FromMilliseconds(wait));

    public static readonly Gen<RandomStep[]> Fifty = Gen.ArrayOf(Any, 50);

    /// <param name="made">The changes of the room so far, by version.</param>
    public RoomCommand On(Room room, IReadOnlyDictionary<long, RoomChange> made, DateTimeOffset now) => Verb switch
    {
        0 => new RenameRoom(new(Value % 3 == 0 ? "?" : room.Name, Pick(Names))),
        1 => Value % 2 == 0 ? new SetDefaultAtZero(Pick(AtZeros)) : new SetStartLead(new(Value % 5 == 0 ? OneMinute : room.StartLead, Pick(Amounts))),
        2 => LinkStep(room),
        3 or 4 or 5 => new AddTimer(NewId, Pick(Names), Pick(Amounts), Value % 4 == 0 ? TimerKind.CountUp : TimerKind.Countdown, Value % 2 == 0 ? null : Pick(AtZeros)),
        6 or 7 or 8 => EditOf(Timer(room)),
        9 => new DuplicateTimer(TimerId(room), NewId),
        10 => new RemoveTimer(TimerId(room), Seen(room)),
        11 => new MoveTimer(TimerId(room), Value % 5 == 0 ? null : room.Timers.ElementAtOrDefault(Value % 4)?.Id ?? NewId),
        12 or 13 or 14 => new StartTimer(TimerId(room)),
        15 or 16 => new PauseTimer(TimerId(room)),
        17 => new ResumeTimer(TimerId(room)),
        18 => new ResetTimer(TimerId(room), Seen(room)),
        19 or 20 => new AddTime(TimerId(room), Pick(Amounts)),
        21 => new StartAll(),
        22 => new PauseAll(),
        23 => Value % 2 == 0 ? new ResumeAll() : new ResetAll(),
        24 => new AddTimeToAll(Pick(Amounts)),
        25 or 26 or 27 => UndoOf(room, made),
        28 => new ReachZero(TimerId(room), Timer(room)?.ZeroAt ?? now, Value % 2 == 0),
        29 => Value % 10 == 0 ? new CorrectClock(now.AddSeconds(-Value), Pick(Amounts)) : new ReachZero(NewId, now, false),
        _ => (Value % 3) switch { 0 => new DeleteRoom(), 1 => new RestoreRoom(), _ => new CreateRoom(Pick(Names)) },
    };

    private RoomCommand LinkStep(Room room)
    {
        var link = room.Links.ElementAtOrDefault(Which)?.Id ?? NewId;
        return (Value % 6) switch
        {
            0 or 1 => new AddLink(NewId, (LinkScope)(Value / 6 % 4), Pick(Names), $"link {Value}", Value % 5 == 0 ? null : TimerId(room), Value % 3 == 0 ? Pick(Names) : null),
            2 => new EditLink(link) { ExpiresAt = new(room.Link(link)?.ExpiresAt, Noon + TimeSpan.FromTicks(Value * 12_345_678L)) },
            3 => new SetPasscode(link, Value % 2 == 0 ? null : "hash"),
            4 => new RevokeLink(link, "link"),
            _ => (Value / 6 % 4) switch { 0 => new SetPolicy((ControlPolicy)(Value % 4)), 1 => new LockRoom(), 2 => new UnlockRoom(), _ => new TakeControl() },
        };
    }

    private static AtZero[] AtZeros => [AtZero.Stop, AtZero.Overtime, AtZero.StartNext, AtZero.Repeat, (AtZero)9];

    private Guid NewId => new(Value, (short)Which, 1, [1, 2, 3, 4, 5, 6, 7, 8]);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[Value / 7 % choices.Count];

    private RoomTimer? Timer(Room room) => room.Timers.ElementAtOrDefault(Which);

    private Guid TimerId(Room room) => Timer(room)?.Id ?? NewId;

    private long Seen(Room room) => Value % 7 == 0 ? 0 : Timer(room)?.ChangedIn ?? 0;

    private Undo UndoOf(Room room, IReadOnlyDictionary<long, RoomChange> made)
    {
        var version = room.Undoable.IsEmpty || Value % 11 == 0 ? room.Version - Which : room.Undoable[^(1 + Which % room.Undoable.Count)].Version;
        return new Undo(version) { Change = made.GetValueOrDefault(Value % 13 == 0 ? version - 1 : version) };
    }

    private EditTimer EditOf(RoomTimer? timer)
    {
        timer ??= Countdown();
        return (Value % 7) switch
        {
            0 => new(timer.Id) { Title = new(timer.Title, Pick(Names)) },
            1 => new(timer.Id) { Duration = new(timer.Duration, Pick(Amounts)) },
            2 => new(timer.Id) { AtZero = new(timer.AtZero, Pick(AtZeros)) },
            3 => new(timer.Id) { Repeats = new(timer.Repeats, Value % 102) },
            4 => new(timer.Id) { Kind = new(timer.Kind, (TimerKind)(Value % 3)), Duration = new(timer.Duration, Value % 2 == 0 ? timer.Duration : Pick(Amounts)) },
            5 => new(timer.Id) { WarningLeft = new(timer.WarningLeft, Pick(Amounts)), DangerLeft = new(timer.DangerLeft, null) },
            _ => new(timer.Id) { Duration = new(timer.Duration, OneMinute), AtZero = new(timer.AtZero, AtZero.Repeat), Title = new("stale", "new") },
        };
    }
}
