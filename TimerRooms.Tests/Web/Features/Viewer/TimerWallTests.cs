#pragma warning disable BL0006 // the tree's entries are what is counted
using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Viewer;

namespace TimerRooms.Tests.Web.Features.Viewer;

public sealed class TimerWallTests
{
    /// <summary>The buffers in which a live page keeps its tree twice are of 32, 64, 128 entries.</summary>
    private const int SmallBuffer = 64;

    [Fact]
    public async Task A_live_page_of_five_timers_that_were_all_pressed_just_now_fits_into_a_small_buffer()
    {
        await using var room = await ViewedRoom.OpenAsync("Opening", "Panel", "Break", "Talk", "Close");
        foreach (var timer in room.Live.Current.Timers) await room.DoAsync(new StartTimer(timer.Id));
        room.Page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var page = room.Page.Render<RoomViewer>(parameters => parameters.Add(viewer => viewer.Token, ViewedRoom.Token));

        Assert.Equal(5, page.FindAll("timer-facts[data-act]").Count);
        Assert.InRange(Tree(room.Page.Renderer, page.ComponentId).Count, 5 * 3, SmallBuffer);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetCurrentRenderTreeFrames")]
    private static extern ArrayRange<RenderTreeFrame> Tree(Renderer renderer, int componentId);
}
