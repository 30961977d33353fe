namespace TimerRooms.Core.Rooms;

/// <summary>A changed value, with what it was when the person began to change it.</summary>
public sealed record Edit<T>(T From, T To)
{
    /// <summary>Whether the value still is what the person saw, or already is what they want.</summary>
    public bool Fits(T current) =>
        EqualityComparer<T>.Default.Equals(current, From) || EqualityComparer<T>.Default.Equals(current, To);
}
