using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Testing;

public static class LiveRooms
{
    // only so that a test that fails does so; one that passes never waits for it
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A command of the owner, which must be accepted.</summary>
    public static async Task DoAsync(this LiveRoom room, RoomCommand command) => Assert.Null(await room.ExecuteAsync(command, Owner));

    /// <summary>Returns as soon as the room is so.</summary>
    public static async Task UntilAsync(this LiveRoom room, Func<Room, bool> isSo)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = room.Watch(() =>
        {
            if (isSo(room.Current)) done.TrySetResult();
            return Task.CompletedTask;
        });
        if (!isSo(room.Current)) await done.Task.WaitAsync(Patience);
    }
}
