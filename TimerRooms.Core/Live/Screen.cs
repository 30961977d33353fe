namespace TimerRooms.Core.Live;

/// <summary>One page of a room at one moment, as the people who run the show see it.</summary>
/// <param name="Number">Counts the pages of the room, in the order they came.</param>
/// <param name="Person">Who opened it; null on a page of nobody in particular.</param>
/// <param name="Device">What kind of device it is on, in a word.</param>
/// <param name="Way">How it came into the room: the name of its link, or <c>account</c>.</param>
public sealed record Screen(int Number, string? Person, string Device, string Way)
{
    /// <summary>So long a page is taken to see that says nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => Person ?? $"Viewer {Number}";

    /// <summary>The server tells it of changes at once; else it reads itself every few seconds.</summary>
    public bool IsLive { get; init; }

    public ScreenState State { get; init; } = ScreenState.Unknown;

    /// <summary>The last proof of life.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Its connection is gone; it may come back.</summary>
    public bool IsLost { get; init; }

    /// <summary>When it was closed, or not heard any more; null while it is here.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>What it was asked to show itself by last.</summary>
    public ScreenCall? Call { get; init; }

    public bool IsGone => GoneAt is not null;

    /// <summary>It is here, but what it shows may be old.</summary>
    public bool IsStale(DateTimeOffset now) => !IsGone && (IsLost || now - SeenAt > Patience);

    /// <summary>Somebody may be looking at it, and it is right.</summary>
    public bool IsLooking(DateTimeOffset now) => !IsGone && !IsStale(now) && State.IsVisible;
}

/// <summary>A page is asked to make itself known.</summary>
/// <param name="At">The moment it shows its number, and rings if it is to: a little ahead, so that all do so together.</param>
public sealed record ScreenCall(DateTimeOffset At, bool Rings);
