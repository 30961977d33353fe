using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Live;

/// <summary>
/// Who is in a room by name, each with their open pages. Not part of the room: it is watched apart, and told at most once in
/// <see cref="Presence.Pace"/>.
/// </summary>
public sealed class People(TimeProvider clock, ILogger logger)
{
    private const int MostDepartures = 200;

    private readonly Lock gate = new();
    private readonly PacedSignal signal = new(clock, Presence.Pace, logger);
    private readonly DateTimeOffset since = clock.GetUtcNow();
    private ImmutableList<OpenPage> pages = [];
    private int turns, most;  // participants who were here at once
    private ImmutableList<Departure> gone = [];  // the newest last, each person once

    /// <summary>Told at once, outside the lock, after someone came or went.</summary>
    internal event Action? Changed;

    /// <summary>Everyone with a page that is not lost, in the order they came.</summary>
    public IReadOnlyList<PersonHere> Here =>
        [.. Volatile.Read(ref pages).Where(page => !page.IsLost).GroupBy(page => page.Actor.PersonId)
            .Select(group => new PersonHere(group.Key!, [.. group])).OrderBy(person => person.Since)];

    /// <summary>Nobody has a page open that is not lost.</summary>
    internal bool AreAllGone => Volatile.Read(ref pages).TrueForAll(page => page.IsLost);

    public int WatcherCount => signal.WatcherCount;

    /// <inheritdoc cref="Watchers.Watch"/>
    public IDisposable Watch(Func<Task> look) => signal.Watch(look);

    /// <summary>A page of someone is open, until the result is disposed.</summary>
    /// <param name="device">What kind of device it is on, in a word.</param>
    public OpenPage Join(Actor actor, RoomRole role, string device)
    {
        var page = new OpenPage(this, actor, role, device, clock.GetUtcNow());
        lock (gate) pages = pages.Add(page);
        TakeOver(page);
        Tell();
        return page;
    }

    internal void TakeOver(OpenPage page)
    {
        lock (gate) page.Turn = ++turns;
        if (Volatile.Read(ref pages).Exists(other => other != page && other.Actor.PersonId == page.Actor.PersonId)) signal.Now();  // they say so at once
    }

    internal bool IsSuperseded(OpenPage page) =>
        Volatile.Read(ref pages).Exists(other => other.Turn > page.Turn && !other.IsLost && other.Actor.PersonId == page.Actor.PersonId);

    /// <summary>Who is here as the room's clock counts them: the owner, editors, and whoever came by a link that counts.</summary>
    public Attendance AttendanceIn(Room room)
    {
        var policy = room.Presence;
        if (!policy.Holds && policy.StartWith is null && room.Hold is null) return new(0, null, []);
        var here = Here.Where(person => Counts(person.Pages[^1].Actor, person.Role, room)).ToList();
        if (here.Count > most) most = here.Count;
        if (here.Count >= policy.Needed) return new(here.Count, null, []);

        var missing = policy.Needed - here.Count;
        var left = Volatile.Read(ref gone).Where(one => Counted(one, room)).OrderByDescending(one => one.At).Take(missing).ToList();
        // some who came one after the other were never together
        if (left.Count == missing && most >= policy.Needed) return new(here.Count, left[^1].At, [.. left.Select(one => one.Actor.Name)]);
        // until enough have been here, who was before this process began is not known; they get the grace time to come back
        var isUnknown = most < policy.Needed && room.Timers.Exists(timer => timer.IsRunning && timer.Run.RunningSince < since);
        return new(here.Count, isUnknown ? since : null, [.. left.Select(one => one.Actor.Name)]);
    }

    /// <summary>Shows numbers on the pages of a person, so that they can be told apart.</summary>
    public void Identify(string personId)
    {
        lock (gate)
        {
            var number = 0;
            foreach (var page in pages.Where(page => page.Actor.PersonId == personId)) page.Number = (++number, clock.GetTimestamp());
        }
        signal.Now();
    }

    internal void Leave(OpenPage page)
    {
        lock (gate) pages = pages.Remove(page);
        Tell(page);
    }

    /// <summary>Notes who is not here any more, and forgets it of those who are.</summary>
    private void NoteDepartures(OpenPage? of)
    {
        lock (gate)
        {
            if (of?.Actor.PersonId is { } person)
            {
                var known = gone.Find(one => one.Actor.PersonId == person)?.At;  // by another page of theirs
                gone = gone.RemoveAll(one => one.Actor.PersonId == person).Add(new(of.Actor, of.Role, known > of.SeenAt ? known.Value : of.SeenAt));
            }
            gone = gone.RemoveAll(one => pages.Exists(page => !page.IsLost && page.Actor.PersonId == one.Actor.PersonId));
            if (gone.Count > MostDepartures) gone = gone.RemoveAt(0);
        }
    }

    private static bool Counts(Actor actor, RoomRole role, Room room) =>
        role is RoomRole.Owner or RoomRole.Editor || actor.LinkId is { } link && room.Link(link) is { IsParticipant: true };

    // by a link that was revoked meanwhile they came as participants if that drove
    private static bool Counted(Departure gone, Room room) =>
        Counts(gone.Actor, gone.Role, room) || gone.Role is RoomRole.Controller or RoomRole.TimerController && gone.Actor.LinkId is { } link && room.Link(link) is null;

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal void Tell(OpenPage? of = null)
    {
        NoteDepartures(of);
        Changed?.Invoke();
        signal.Soon();
    }
}
