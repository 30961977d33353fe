using Bunit;
using TimerRooms.Core.Live;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Shared;

namespace TimerRooms.Tests.Web.Shared;

public sealed class ViewerCountTests
{
    [Fact]
    public async Task The_page_counts_who_comes_and_goes()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var count = desk.Page.Render<ViewerCount>(parameters => parameters.Add(part => part.Presence, room.Presence));
        Assert.Equal("0 viewers", count.Get("group", "Viewers").TextContent);

        var first = room.Presence.Join(default);
        desk.Clock.Advance(Presence.Pace);
        count.WaitForAssertion(() => Assert.Equal("1 viewer", count.Get("group", "Viewers").TextContent));

        using var second = room.Presence.Join(default);
        desk.Clock.Advance(Presence.Pace);
        count.WaitForAssertion(() => Assert.Equal("2 viewers", count.Get("group", "Viewers").TextContent));

        first.Dispose();
        desk.Clock.Advance(Presence.Pace);
        count.WaitForAssertion(() => Assert.Equal("1 viewer", count.Get("group", "Viewers").TextContent));
    }

    [Fact]
    public async Task Nobody_watches_after_the_count_is_closed()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var presence = (await desk.MakeAsync("Main hall")).Presence;
        var others = presence.WatcherCount;
        desk.Page.Render<ViewerCount>(parameters => parameters.Add(part => part.Presence, presence));
        Assert.Equal(others + 1, presence.WatcherCount);

        await desk.Page.DisposeComponentsAsync();

        Assert.Equal(others, presence.WatcherCount);
    }
}
