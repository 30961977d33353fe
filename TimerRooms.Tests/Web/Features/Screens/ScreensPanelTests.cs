using Bunit;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Screens;

public sealed class ScreensPanelTests : IAsyncLifetime
{
    private OwnersDesk desk = null!;
    private LiveRoom room = null!;

    public async Task InitializeAsync()
    {
        desk = await OwnersDesk.OpenAsync();
        room = await desk.MakeAsync("Main hall", "Opening");
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task The_table_says_of_each_page_how_it_is()
    {
        var control = desk.Show(room);
        using var phone = room.Screens.Join("a", null, "phone", "Foyer", () => { });
        phone.Report(ScreenState.Read("0 1 muted 1 12.3 -0.44 6.1 87"));
        room.Screens.Read("b", "display", "Stage", null);
        room.Screens.Join("c", null, "computer", "Foyer", () => { }).Dispose();

        await OpenAsync(control);

        Assert.Equal(
            [
                "Olga computer | account | live, visible | – | – | –",
                "Viewer 2 phone | Foyer | live, hidden, full screen, kept lit, battery 87 % | muted | 12.3 ms | -0.4 ms ± 6.1",
                "Viewer 3 display | Stage | looks every 5 s, visible | – | – | –",
                "Viewer 4 computer | Foyer | gone just now | – | – | –",
            ],
            Rows(control).Select(row => row.Replace("owner device", "Olga computer", StringComparison.Ordinal)));
        Assert.Equal("3 open, 2 looking, 0 stale", control.Get("status", "Attention").TextContent);
    }

    [Fact]
    public async Task It_watches_only_while_it_is_open()
    {
        var control = desk.Show(room);
        Assert.Equal(0, room.Screens.WatcherCount);
        Assert.Empty(control.All("table"));
        await OpenAsync(control);
        Assert.Equal(1, room.Screens.WatcherCount);
        await OpenAsync(control);
        Assert.Equal(0, room.Screens.WatcherCount);
        await OpenAsync(control);
        await desk.Page.DisposeComponentsAsync();
        Assert.Equal(0, room.Screens.WatcherCount);
        Assert.True(Assert.Single(room.Screens.All).IsGone);
    }

    [Fact]
    public async Task A_page_that_comes_stands_in_the_table_soon()
    {
        var control = desk.Show(room);
        await OpenAsync(control);
        using var seat = room.Screens.Join("a", null, "phone", "Foyer", () => { });
        desk.Clock.Advance(Presence.Pace);
        control.WaitForAssertion(() => Assert.Contains(Rows(control), row => row.StartsWith("Viewer 2 phone", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Identify_calls_one_and_test_all_calls_and_rings_all()
    {
        var control = desk.Show(room);
        using var seat = room.Screens.Join("a", null, "phone", "Foyer", () => { });
        await OpenAsync(control);

        await control.ActAsync(page => page.Get("button", "Identify Viewer 2").ClickAsync());
        Assert.Equal([null, false], room.Screens.All.Select(screen => screen.Call?.Rings));
        Assert.Empty(control.FindAll("screen-call"));

        await control.ActAsync(page => page.Get("button", "Test all").ClickAsync());
        Assert.Equal([true, true], room.Screens.All.Select(screen => screen.Call?.Rings));
        control.WaitForAssertion(() => Assert.Equal("1", control.Find("screen-call[data-rings] b").TextContent));
    }

    [Fact]
    public async Task Who_may_not_see_the_screens_has_no_table()
    {
        await OwnersDesk.DoAsync(room, new ShareWith("reader", "Rita", MemberRole.Reader));
        desk.SignInAs("reader");
        Assert.DoesNotContain("Screens", desk.Show(room).Names("button"));
    }

    private static Task OpenAsync(IRenderedComponent<RoomControl> control) => control.ActAsync(page => page.Get("button", "Screens").ClickAsync());

    private static IEnumerable<string> Rows(IRenderedComponent<RoomControl> control) =>
        control.FindAll("tbody tr").Select(row => string.Join(" | ", row.Children.SkipLast(1).Select(cell => cell.TextContent.Trim())));
}
