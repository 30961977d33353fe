namespace TimerRooms.Core.Rooms;

/// <summary>Why a command was refused.</summary>
public enum RefusalKind
{
    /// <summary>The actor has no right to it.</summary>
    NotAllowed,

    /// <summary>The room is locked against slips.</summary>
    Locked,

    /// <summary>There is no such room or timer any more.</summary>
    Gone,

    /// <summary>A text, an amount or a choice is out of its range.</summary>
    Invalid,

    /// <summary>Someone or something changed the same thing meanwhile.</summary>
    Changed,

    /// <summary>There are as many as there may be.</summary>
    Full,

    /// <summary>It took too long to arrive; the person had to believe it lost.</summary>
    Late,

    /// <summary>The disk did not take it; nothing was changed.</summary>
    NotSaved,
}

/// <summary>An expected no.</summary>
/// <param name="Text">What happened and what to do now, as a sentence for people.</param>
public sealed record Refusal(RefusalKind Kind, string Text)
{
    /// <summary>Set where a look into the journal can tell who did what stands in the way.</summary>
    internal Conflict? Conflict { get; init; }
}
