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
    private readonly Lock gate = new();
    private readonly PacedSignal signal = new(clock, Presence.Pace, logger);
    private ImmutableList<OpenPage> pages = [];

    /// <summary>Told at once, outside the lock, after someone came or went.</summary>
    internal event Action? Changed;

    /// <summary>Everyone with a page that is not lost, in the order they came.</summary>
    public IReadOnlyList<PersonHere> Here =>
        [.. Volatile.Read(ref pages).Where(page => !page.IsLost).GroupBy(page => page.Actor.PersonId)
            .Select(group => new PersonHere([.. group])).OrderBy(person => person.Since)];

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
        Tell();
        return page;
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
        Tell();
    }

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal void Tell()
    {
        Changed?.Invoke();
        signal.Soon();
    }
}

/// <summary>One person who is here.</summary>
public sealed record PersonHere(ImmutableList<OpenPage> Pages)
{
    public string Id => Pages[0].Actor.PersonId!;

    /// <summary>As the newest page has it.</summary>
    public string Name => Pages[^1].Actor.Name;

    public RoomRole Role => Pages[^1].Role;

    public DateTimeOffset Since => Pages.Min(page => page.Since);

    /// <summary>Looks at one of the pages.</summary>
    public bool IsActive => Pages.Exists(page => page.IsVisible);

    /// <summary>The kinds of device, each once.</summary>
    public IEnumerable<string> Devices => Pages.Select(page => page.Device).Distinct();
}
