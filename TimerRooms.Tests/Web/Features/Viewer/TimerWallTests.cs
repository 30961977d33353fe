#pragma warning disable BL0006 // the tree's entries are what is counted
using Microsoft.AspNetCore.Components.Rendering;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Viewer;

namespace TimerRooms.Tests.Web.Features.Viewer;

public sealed class TimerWallTests
{
    /// <summary>Of a live page's buffer of 128 entries, what its top leaves.</summary>
    private const int Room = 100;

    [Fact]
    public async Task Five_timers_fit_into_the_smaller_buffer_of_a_live_page()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening", "Panel", "Break", "Talk", "Close");
        foreach (var timer in room.Live.Current.Timers) await room.DoAsync(new StartTimer(timer.Id));

        using var tree = new RenderTreeBuilder();
        TimerWall.Of(room.Live, isLive: true, Noon)(tree);

        Assert.InRange(tree.GetFrames().Count, 5 * 10, Room);
    }
}
