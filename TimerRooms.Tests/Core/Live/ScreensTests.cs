using Microsoft.Extensions.Logging.Abstractions;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Live;

public sealed class ScreensTests
{
    private static readonly ScreenState Hidden = ScreenState.Unknown with { IsVisible = false };

    private readonly ManualTime time = new(Noon);
    private readonly Screens screens;

    public ScreensTests() => screens = new Screens(time, NullLogger.Instance);

    private DateTimeOffset Now => time.GetUtcNow();

    [Fact]
    public void Pages_are_numbered_as_they_come_and_keep_their_number_when_they_come_back()
    {
        var first = Join("a");
        Join("b", "Ada");
        Assert.Equal(["Viewer 1", "Ada"], Names());
        first.Dispose();
        Assert.Equal([("Ada", false), ("Viewer 1", true)], screens.All.Select(screen => (screen.Name, screen.IsGone)));
        Join("a");
        Assert.Equal([1, 2], screens.All.Select(screen => screen.Number));
        Assert.DoesNotContain(screens.All, screen => screen.IsGone);
    }

    [Fact]
    public void An_old_connection_that_ends_late_does_not_take_a_page_away_that_came_back()
    {
        var old = Join("a");
        var back = Join("a");
        old.Report(Hidden);
        old.Dispose();
        Assert.Null(old.Screen);
        Assert.True(back.Screen is { IsGone: false, State.IsVisible: true });
    }

    [Fact]
    public void A_page_is_looking_while_it_is_heard_and_in_sight_and_stale_when_it_is_not_heard()
    {
        var seat = Join("a");
        Assert.True(Only().IsLooking(Now));
        seat.Report(Hidden);
        Assert.False(Only().IsLooking(Now) || Only().IsStale(Now));
        seat.Report(ScreenState.Unknown);
        seat.Lose(true);
        Assert.True(Only().IsStale(Now));
        seat.Lose(false);
        time.Advance(Screen.Patience);
        Assert.True(Only().IsLooking(Now));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(Only().IsStale(Now) && !Only().IsLooking(Now));
        seat.Report(null);
        Assert.True(Only().IsLooking(Now));
    }

    [Fact]
    public void A_page_that_only_reads_itself_is_here_until_it_does_no_more()
    {
        screens.Read("a", "phone", "Foyer", Hidden);
        Assert.True(Only() is { IsLive: false, IsGone: false, State.IsVisible: false, Way: "Foyer" });
        time.Advance(Presence.Lease);
        Assert.False(Only().IsGone);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Noon + Presence.Lease, Only().GoneAt);
        Join("a");
        Assert.True(Only() is { Number: 1, IsLive: true, IsGone: false });
    }

    [Fact]
    public void What_went_is_remembered_for_a_day()
    {
        Join("a").Dispose();
        time.Advance(Screens.Remembered);
        Assert.Single(screens.All);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(screens.All);
    }

    [Fact]
    public void A_thousand_that_come_and_go_leave_no_more_than_are_kept()
    {
        for (var page = 0; page < 1000; page++) Join($"page {page}").Dispose();
        Assert.Equal(Screens.MostGone, screens.All.Count);
        Assert.Equal(1000, screens.All[0].Number);
    }

    [Fact]
    public void Made_up_names_have_an_end()
    {
        for (var page = 0; page < 2000; page++) screens.Read($"page {page}", "computer", "Foyer", null);
        screens.Read(new string('x', 33), "computer", "Foyer", null);
        Assert.Equal(Screens.MostReading, screens.All.Count);
        time.Advance(Presence.Lease + TimeSpan.FromSeconds(1));
        screens.Read("late", "computer", "Foyer", null);
        Assert.Equal((Screens.MostGone + 1, 1), (screens.All.Count, screens.All.Count(screen => !screen.IsGone)));
    }

    [Fact]
    public void One_that_is_called_shows_itself_a_moment_later_and_the_others_are_left_alone()
    {
        var called = new List<string>();
        var first = Join("a", called: () => called.Add("a"));
        var second = Join("b", called: () => called.Add("b"));
        screens.Read("c", "computer", "Foyer", null);

        screens.Call(2, rings: false);
        Assert.Equal(["b"], called);
        Assert.Equal((null, new ScreenCall(Now + Screens.CallLead, false)), (first.Screen!.Call, second.Screen!.Call));

        screens.Call(null, rings: true);
        Assert.Equal(["a", "b"], called.Skip(1).Order());
        Assert.True(first.Screen!.Call is { Rings: true });
    }

    [Fact]
    public async Task Who_watches_is_told_at_most_every_two_seconds_until_they_let_go()
    {
        var told = new SemaphoreSlim(0);
        var watch = screens.Watch(() => { told.Release(); return Task.CompletedTask; });
        var seat = Join("a");
        time.Advance(TimeSpan.Zero);
        Assert.True(await told.WaitAsync(LiveRooms.Patience));
        for (var i = 0; i < 100; i++) seat.Report(Hidden);
        time.Advance(Presence.Pace - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, told.CurrentCount);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await told.WaitAsync(LiveRooms.Patience));
        watch.Dispose();
        Assert.Equal(0, screens.WatcherCount);
    }

    [Theory]
    [InlineData("owner", true)]
    [InlineData("stranger", false)]
    public async Task Only_whoever_sees_the_screens_may_call_them(string account, bool may)
    {
        await using var core = await TestCore.StartAsync();
        var (id, _) = await core.Rooms.CreateAsync("Main hall", new Actor("owner", "Olga"));
        var room = core.Rooms.Find(id!.Value, new Actor("owner", "Olga"))!;
        using var seat = room.Screens.Join("a", null, "computer", "Foyer", () => { });

        var refusal = room.Call(null, rings: true, new Actor(account, "Sam"));

        Assert.Equal(may, refusal is null);
        Assert.Equal(may, seat.Screen!.Call is not null);
    }

    private ScreenSeat Join(string page, string? person = null, Action? called = null) => screens.Join(page, person, "computer", "Foyer", called ?? (() => { }));

    private Screen Only() => Assert.Single(screens.All);

    private IEnumerable<string> Names() => screens.All.Select(screen => screen.Name);
}
