using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Testing;

/// <summary>Rooms and timers of which a test states only what it is about.</summary>
public static class TestRooms
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Actor Owner = new("owner", "Olga") { PersonId = Actor.PersonOfAccount("owner") };
    public static readonly Actor Stranger = new("stranger", "Sam");

    /// <summary>Someone without an account, at a browser of their own.</summary>
    public static readonly Visitor Laptop = new(null, null, "laptop");

    public static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    public static RoomTimer Countdown(string duration = "5m", AtZero atZero = AtZero.Stop, string title = "Talk") =>
        new(Guid.CreateVersion7(), title, TimerKind.Countdown, DurationText.Parse(duration)!.Value) { AtZero = atZero };

    public static RoomTimer CountUp(string title = "Open end") => new(Guid.CreateVersion7(), title, TimerKind.CountUp, TimeSpan.Zero);

    public static RoomLink LinkForViewers(string token, string name = "Viewer link") => new(Guid.CreateVersion7(), LinkScope.View, name) { Token = token };

    /// <summary>A room of <see cref="Owner"/> at version 1, in which a start comes at once.</summary>
    public static Room RoomOf(params IEnumerable<RoomTimer> timers) =>
        new(Guid.CreateVersion7(), Owner.AccountId!, "Main hall")
        {
            Version = 1,
            StartLead = TimeSpan.Zero,
            Timers = [.. timers.Select(timer => timer with { ChangedIn = 1 })],
        };

    /// <summary>The room after a command of its owner, which must be accepted and change something.</summary>
    public static Room After(this Room room, RoomCommand command, DateTimeOffset? at = null) => room.Decide(command, at).AcceptedNext();

    public static Decision Decide(this Room room, RoomCommand command, DateTimeOffset? at = null) =>
        RoomRules.Decide(room, command, command is ReachZero or CorrectClock or ExpireLink or HoldTimers or ReleaseTimers or StartTogether or ExpireRoom ? Actor.Server : Owner, at ?? Noon);

    /// <summary>The command that takes back what that decision changed.</summary>
    public static Undo Undo(this Decision decision) => new(decision.Change!.Version) { Change = decision.Change };

    public static Room AcceptedNext(this Decision decision)
    {
        Assert.Null(decision.Refusal);
        Assert.NotNull(decision.Change);
        return decision.Next;
    }
}
