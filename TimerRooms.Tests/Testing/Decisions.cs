using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Testing;

/// <summary>The two ways a command can leave a room as it was.</summary>
public static class Decisions
{
    /// <summary>The text the person is told.</summary>
    public static string AssertRefused(RefusalKind kind, Room room, RoomCommand command, DateTimeOffset? at = null)
    {
        var decision = room.Decide(command, at);
        Assert.Equal(kind, decision.Refusal?.Kind);
        Assert.Same(room, decision.Next);
        Assert.Null(decision.Change);
        Assert.EndsWith(".", decision.Refusal!.Text, StringComparison.Ordinal);
        return decision.Refusal.Text;
    }

    public static void AssertNothing(Room room, RoomCommand command, DateTimeOffset? at = null)
    {
        var decision = room.Decide(command, at);
        Assert.Null(decision.Refusal);
        Assert.Null(decision.Change);
        Assert.Same(room, decision.Next);
    }
}
