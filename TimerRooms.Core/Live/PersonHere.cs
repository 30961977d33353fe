using System.Collections.Immutable;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Live;

/// <summary>Someone who went, with the last proof of life.</summary>
internal sealed record Departure(Actor Actor, RoomRole Role, DateTimeOffset At);

/// <summary>One person who is here.</summary>
/// <param name="Id">As it was when this was made: a page may become somebody else's.</param>
public sealed record PersonHere(string Id, ImmutableList<OpenPage> Pages)
{
    /// <summary>As the newest page has it.</summary>
    public string Name => Pages[^1].Actor.Name;

    public RoomRole Role => Pages[^1].Role;

    public DateTimeOffset Since => Pages.Min(page => page.Since);

    /// <summary>Looks at one of the pages.</summary>
    public bool IsActive => Pages.Exists(page => page.IsVisible);

    /// <summary>The kinds of device, each once.</summary>
    public IEnumerable<string> Devices => Pages.Select(page => page.Device).Distinct();
}
