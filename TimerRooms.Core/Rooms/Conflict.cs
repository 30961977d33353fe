namespace TimerRooms.Core.Rooms;

/// <summary>What a person wanted to change was changed meanwhile by someone else.</summary>
/// <param name="What">As <c>the name of “Talk”</c>.</param>
/// <param name="Values">From what to what, as <c> from “Talk” to “Panel”</c>; empty where that cannot be said.</param>
/// <param name="IsBy">Whether a change of the journal is the one.</param>
internal sealed record Conflict(string What, string Values, Func<RoomChange, bool> IsBy)
{
    /// <param name="seen">The value as the person saw it.</param>
    /// <param name="current">The value as it is.</param>
    public static Refusal Of(string what, string seen, string current, Func<RoomChange, bool> isBy) => new Conflict(what, $" from {seen} to {current}", isBy).Refusal(null);

    public static Refusal Of(string what, Func<RoomChange, bool> isBy) => new Conflict(what, "", isBy).Refusal(null);

    /// <summary>The refusal as it is told to one person, who may have made that change on another page.</summary>
    public Refusal ToldTo(Actor person, Actor by) => Refusal(by == Actor.Server ? null : by.PersonId is not null && by.PersonId == person.PersonId ? "You" : by.Name);

    private Refusal Refusal(string? who) =>
        new(RefusalKind.Changed, (who is null ? $"{char.ToUpperInvariant(What[0])}{What[1..]} changed{Values}" : $"{who} changed {What}{Values}") + " a moment ago. Look again, then decide.") { Conflict = this };
}
