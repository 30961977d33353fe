using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Core.Live;

/// <summary>
/// A room in use. Decide → write → swap → signal: a refused or failed write leaves everyone on the last true state. Readers
/// take <see cref="Current"/> without a lock.
/// </summary>
public sealed partial class LiveRoom
{
    private static readonly Refusal NotSaved = new(RefusalKind.NotSaved, "That could not be saved. Look at what is shown in a moment, then try again.");

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly RoomJournal journal;
    private readonly TimeProvider clock;
    private readonly TimeSpan goesAfter;
    private readonly Action<LiveRoom> changed, unsettled;
    private readonly ILogger logger;
    private readonly Watchers watchers;
    private Room current;
    private ImmutableDictionary<Guid, TimerAct> acts = ImmutableDictionary<Guid, TimerAct>.Empty;
    private bool unsure;  // a write failed after it may have reached the disk: read back soon

    /// <param name="changed">Told after each change, outside the gate.</param>
    /// <param name="unsettled">Told when the room must be read back from the disk soon, outside the gate.</param>
    /// <param name="goesAfter">How long a temporary room stays after everyone has left.</param>
    internal LiveRoom(Room room, RoomJournal journal, TimeProvider clock, Action<LiveRoom> changed, Action<LiveRoom> unsettled, TimeSpan goesAfter, ILogger logger)
    {
        (current, this.journal, this.clock, this.changed, this.unsettled, this.goesAfter, this.logger) = (room, journal, clock, changed, unsettled, goesAfter, logger);
        watchers = new Watchers(logger);
        Presence = new Presence(clock, logger);
        People = new People(clock, logger);
        Screens = new Screens(clock, logger);
        Occupancy = new Occupancy(Presence, People, clock);
    }

    public Room Current => Volatile.Read(ref current);

    public Presence Presence { get; }

    public People People { get; }

    public Screens Screens { get; }

    public Occupancy Occupancy { get; }

    /// <summary>What was done to the timer last, by whom; null if nobody did anything lately.</summary>
    public TimerAct? LastActOn(Guid timerId) => Volatile.Read(ref acts).GetValueOrDefault(timerId);

    public int WatcherCount => watchers.Count;

    /// <inheritdoc cref="Watchers.Watch"/>
    public IDisposable Watch(Func<Task> look) => watchers.Watch(look);

    /// <summary>Carries the command out; when this returns null, it is on disk. Otherwise nothing happened, and the text says why.</summary>
    public Task<Refusal?> ExecuteAsync(RoomCommand command, Actor actor) => TakeTurnAsync(command, actor);

    /// <summary>Shows numbers on the pages of a person, for whoever may decide about them.</summary>
    public Refusal? Identify(string personId, Actor actor)
    {
        var (room, now) = (Current, clock.GetUtcNow());
        if (RoomRights.RoleOf(actor, room, now) != RoomRole.Owner) return RoomRefusals.NotAllowed(actor, room, now);
        People.Identify(personId);
        return null;
    }

    /// <summary>Has open pages show their numbers, for whoever may see the screens.</summary>
    /// <param name="number">The one it is about; null for all.</param>
    /// <param name="rings">They ring, too.</param>
    public Refusal? Call(int? number, bool rings, Actor actor)
    {
        var (room, now) = (Current, clock.GetUtcNow());
        if (!RoomRights.MaySeeScreens(RoomRights.RoleOf(actor, room, now))) return RoomRefusals.NotAllowed(actor, room, now);
        Screens.Call(number, rings);
        return null;
    }

    /// <summary>Takes back the command that made that version of the room.</summary>
    public async Task<Refusal?> UndoAsync(long version, Actor actor)
    {
        try
        {
            return await ExecuteAsync(new Undo(version) { Change = await journal.FindAsync(Current.Id, version) }, actor);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LiveLog.NotReadBack(logger, Current.Id, e);
            return NotSaved;
        }
    }

    /// <summary>Brings the room up to the present: true to the disk, with what was due done. False if that must be tried again.</summary>
    internal async Task<bool> SettleAsync() => await TakeTurnAsync(null, Actor.Server) is null;

    private async Task<Refusal?> TakeTurnAsync(RoomCommand? command, Actor actor)
    {
        Room before;
        Refusal? refusal;
        bool mustSettle;
        await gate.WaitAsync();
        try
        {
            before = current;
            // one moment for both: a zero between two readings would be passed over by the command
            var now = clock.GetUtcNow();
            refusal = await AdvanceAsync(now);
            if (refusal is null && command is not null) refusal = await DecideAsync(command, actor, now);
        }
        finally
        {
            mustSettle = unsure;
            gate.Release();
        }
        SignalSince(before);
        if (mustSettle) unsettled(this);
        return refusal?.Conflict is { } conflict ? await journal.TellAsync(current.Id, refusal, conflict, actor, logger) : refusal;
    }

    private async Task<Refusal?> DecideAsync(RoomCommand command, Actor actor, DateTimeOffset now)
    {
        var decidedAt = clock.GetTimestamp();
        var decision = RoomRules.Decide(current, command, actor, now);
        if (decision.Refusal is { } refusal)
        {
            if (refusal.Kind == RefusalKind.NotAllowed) LiveLog.Refused(logger, current.Id, command.GetType().Name, actor.Name, refusal.Text);
            return refusal;
        }
        if (decision.Change is not { } change) return null;

        try
        {
            await journal.AppendAsync(decision.Next, change);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            unsure = true;
            LiveLog.NotSaved(logger, current.Id, command.GetType().Name, e);
            return NotSaved;
        }
        LiveMeter.CommandDuration.Record(clock.GetElapsedTime(decidedAt).TotalSeconds);
        Note(change);
        Volatile.Write(ref current, decision.Next);
        return null;
    }

    /// <summary>Keeps the last act on each timer, and none on those that went.</summary>
    private void Note(RoomChange change)
    {
        if (CommandText.Act(change.Command) is not { } verb) return;
        var act = new TimerAct(change.Version, change.At, change.By == Actor.Server ? verb : $"{verb} by {change.By.Name}");
        var noted = acts.SetItems(change.What.Timers.Where(timer => timer.After is not null).Select(timer => KeyValuePair.Create(timer.After!.Id, act)));
        Volatile.Write(ref acts, noted.RemoveRange(change.What.Timers.Where(timer => timer.After is null).Select(timer => timer.Before!.Id)));
    }

    private async Task<Refusal?> ReadBackAsync()
    {
        try
        {
            Volatile.Write(ref current, await journal.ReadBackAsync(current.Id) ?? throw new InvalidOperationException("The room is gone from the disk."));
            unsure = false;
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LiveLog.NotReadBack(logger, current.Id, e);
            return NotSaved;
        }
    }

    private void SignalSince(Room before)
    {
        if (ReferenceEquals(before, Current)) return;
        changed(this);
        watchers.Signal();
    }
}
