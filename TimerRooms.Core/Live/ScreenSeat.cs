namespace TimerRooms.Core.Live;

/// <summary>A live page's place among the <see cref="Screens"/> of its room.</summary>
public sealed class ScreenSeat : IDisposable
{
    private readonly Screens screens;
    private volatile Screen? screen;

    internal ScreenSeat(Screens screens, string page, Action called) => (this.screens, Page, Called) = (screens, page, called);

    internal string Page { get; }

    internal Action Called { get; }

    /// <summary>The page as the others see it; null once it came back by another connection.</summary>
    public Screen? Screen
    {
        get => screen;
        internal set => screen = value;  // by whoever has the gate of all screens
    }

    /// <summary>The page proved that it is alive, and said how it is.</summary>
    /// <param name="state">Null if that could not be read.</param>
    public void Report(ScreenState? state) => screens.Change(this, (screen, now) => screen with { SeenAt = now, State = state ?? screen.State });

    /// <summary>Its connection went, or is back.</summary>
    public void Lose(bool lost) => screens.Change(this, (screen, now) => screen with { IsLost = lost, SeenAt = lost ? screen.SeenAt : now });

    public void Dispose() => screens.Change(this, (screen, now) => screen with { GoneAt = now }, isOver: true);
}
