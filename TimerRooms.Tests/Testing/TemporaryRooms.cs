using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Testing;

/// <summary>Rooms that someone without an account started, and the pages on which they look at one.</summary>
public static class TemporaryRooms
{
    public static async Task<LiveRoom> TemporaryAsync(this TestCore core, string address = "10.0.0.1", RoomTemplate template = RoomTemplate.Blank)
    {
        var (id, refusal) = await core.Rooms.StartTemporaryAsync(Laptop, address, template);
        Assert.Null(refusal);
        return core.Rooms.Find(id!.Value, Laptop)!.Value.Room;
    }

    public static Actor MakerOf(this TestCore core, LiveRoom room) => core.Get<Guests>().ActorIn(room.Current, Laptop);

    public static OpenPage Open(this TestCore core, LiveRoom room) => room.People.Join(core.MakerOf(room), RoomRole.Owner, "computer");

    public static async Task DoAsync(this TestCore core, LiveRoom room, RoomCommand command) => Assert.Null(await room.ExecuteAsync(command, core.MakerOf(room)));

    /// <summary>The room is there, whatever was begun.</summary>
    public static async Task StaysAsync(this LiveRoom room)
    {
        Assert.True(await room.SettleAsync());
        Assert.Null(room.Current.DeletedAt);
    }

    public static Task GoesAsync(this LiveRoom room) => room.UntilAsync(now => now.DeletedAt is not null);
}
