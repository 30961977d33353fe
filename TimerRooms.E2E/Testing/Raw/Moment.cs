using System.Diagnostics;

namespace TimerRooms.E2E.Testing.Raw;

public enum MomentKind
{
    /// <summary>The page was asked for: at its opening, and at each try to come back.</summary>
    Read,
    Live,
    Lost,
    Batch,
}

/// <summary>Something that happened to a page.</summary>
/// <param name="At">A timestamp of <see cref="Stopwatch"/>.</param>
public readonly record struct Moment(MomentKind Kind, long At)
{
    public Moment(MomentKind kind) : this(kind, Stopwatch.GetTimestamp())
    {
    }
}
