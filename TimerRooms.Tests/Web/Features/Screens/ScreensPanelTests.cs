using Bunit;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Screens;

public sealed class ScreensPanelTests() : ControlPageTests("Opening")
{
    [Fact]
    public async Task The_table_says_of_each_page_how_it_is()
    {
        var control = Desk.Show(Live);
        using var phone = Live.Screens.Join("a", null, "phone", "Foyer", () => { });
        phone.Report(ScreenState.Read("0 1 muted 1 12.3 -0.44 6.1 87"));
        Live.Screens.Read("b", "display", "Stage", null);
        Live.Screens.Join("c", null, "computer", "Foyer", () => { }).Dispose();

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
        var control = Desk.Show(Live);
        Assert.Equal(0, Live.Screens.WatcherCount);
        Assert.Empty(control.All("table"));
        await OpenAsync(control);
        Assert.Equal(1, Live.Screens.WatcherCount);
        await OpenAsync(control);
        Assert.Equal(0, Live.Screens.WatcherCount);
        await OpenAsync(control);
        await Desk.Page.DisposeComponentsAsync();
        Assert.Equal(0, Live.Screens.WatcherCount);
        Assert.True(Assert.Single(Live.Screens.All).IsGone);
    }

    [Fact]
    public async Task A_page_that_comes_stands_in_the_table_soon()
    {
        var control = Desk.Show(Live);
        await OpenAsync(control);
        using var seat = Live.Screens.Join("a", null, "phone", "Foyer", () => { });
        Desk.Clock.Advance(Presence.Pace);
        control.WaitForAssertion(() => Assert.Contains(Rows(control), row => row.StartsWith("Viewer 2 phone", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Identify_calls_one_and_test_all_calls_and_rings_all()
    {
        var control = Desk.Show(Live);
        using var seat = Live.Screens.Join("a", null, "phone", "Foyer", () => { });
        await OpenAsync(control);

        await control.ActAsync(page => page.Get("button", "Identify Viewer 2").ClickAsync());
        Assert.Equal([null, false], Live.Screens.All.Select(screen => screen.Call?.Rings));
        Assert.Empty(control.FindAll("screen-call"));

        await control.ActAsync(page => page.Get("button", "Test all").ClickAsync());
        Assert.Equal([true, true], Live.Screens.All.Select(screen => screen.Call?.Rings));
        control.WaitForAssertion(() => Assert.Equal("1", control.Find("screen-call[data-rings] b").TextContent));
    }

    [Fact]
    public async Task Who_may_not_see_the_screens_has_no_table()
    {
        await OwnersDesk.DoAsync(Live, new ShareWith("reader", "Rita", MemberRole.Reader));
        Desk.SignInAs("reader");
        Assert.DoesNotContain("Screens", Desk.Show(Live).Names("button"));
    }

    private static Task OpenAsync(IRenderedComponent<RoomControl> control) => control.ActAsync(page => page.Get("button", "Screens").ClickAsync());

    private static IEnumerable<string> Rows(IRenderedComponent<RoomControl> control) =>
        control.FindAll("tbody tr").Select(row => string.Join(" | ", row.Children.SkipLast(1).Select(cell => cell.TextContent.Trim())));
}
