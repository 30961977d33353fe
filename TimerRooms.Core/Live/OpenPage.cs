using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Live;

/// <summary>A page that someone has open in a room.</summary>
public sealed class OpenPage : IDisposable
{
    private readonly People people;
    private long seenAt;
    private volatile bool isVisible = true, isLost, isClosed;

    internal OpenPage(People people, Actor actor, RoomRole role, string device, DateTimeOffset since)
    {
        (this.people, Actor, Role, Device, Since) = (people, actor, role, device, since);
        seenAt = since.UtcTicks;
    }

    /// <summary>Whose page it is, as they were called when it last looked.</summary>
    public Actor Actor { get; private set; }

    public RoomRole Role { get; private set; }

    public string Device { get; }

    public DateTimeOffset Since { get; }

    public bool IsVisible => isVisible;

    /// <summary>Its connection is gone; it may come back.</summary>
    public bool IsLost => isLost;

    /// <summary>The last proof of life.</summary>
    public DateTimeOffset SeenAt => new(Interlocked.Read(ref seenAt), TimeSpan.Zero);

    /// <summary>Shown on the page for a moment, with when it was asked for; zero for never.</summary>
    public (int Value, long At) Number { get; internal set; }

    /// <summary>Another page of the same person was opened, or taken up, after this one.</summary>
    public bool IsSuperseded => people.IsSuperseded(this);

    /// <summary>Which of a person's pages is the newest.</summary>
    internal int Turn { get; set; }

    /// <summary>This one is the person's newest page again.</summary>
    public void TakeOver() => people.TakeOver(this);

    /// <summary>The page proved that it is alive.</summary>
    public void Seen() => Interlocked.Exchange(ref seenAt, people.Now.UtcTicks);

    public void Show(bool visible)
    {
        if (isVisible == visible) return;
        isVisible = visible;
        people.Tell();
    }

    /// <summary>The person is called otherwise now, or may do something else.</summary>
    public void Become(Actor actor, RoomRole role)
    {
        if (Actor == actor && Role == role) return;
        (Actor, Role) = (actor, role);
        people.Tell();
    }

    /// <summary>Its connection went, or is back.</summary>
    public void Lose(bool lost)
    {
        if (isLost == lost) return;
        isLost = lost;
        if (!lost) Seen();
        people.Tell(lost ? this : null);
    }

    public void Dispose()
    {
        if (isClosed) return;
        isClosed = true;
        if (!isLost) Seen();  // saying goodbye is a sign of life, too
        people.Leave(this);
    }
}
