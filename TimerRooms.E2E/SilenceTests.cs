using System.Diagnostics;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>Connections that die without a word, and devices that stand still.</summary>
public sealed class SilenceTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_connection_that_dies_without_a_word_is_told_within_10_s_while_the_digits_go_on()
    {
        var server = await Shared;
        var owner = await RunningAsync(server);
        var link = Link(server, RoundTrip.TotalMilliseconds);
        var viewer = await VisitorAsync(server, "viewer", through: link);
        await viewer.OpenAsync($"{link.Address}{(await owner.Room.TakeLinkAsync()).AbsolutePath}");
        await viewer.Viewer.IsLiveAsync();

        link.Stall();
        var stalledAt = Stopwatch.GetTimestamp();
        await Expect(viewer.Viewer.Connection).ToHaveTextAsync("Not live", new() { Timeout = 15_000 });
        Assert.InRange(Stopwatch.GetElapsedTime(stalledAt).TotalSeconds, 0, 10.5);
        await viewer.Viewer.Timer(Talk).TicksAsync();

        link.Resume();
        await viewer.Viewer.IsLiveAsync();
        (await viewer.DigitsAsync()).ShowsEachSecondOnce();
    }

    [Fact]
    public async Task A_click_that_was_stuck_on_the_way_is_told_as_unconfirmed_and_not_done_late()
    {
        var server = await Shared;
        var owner = await RunningAsync(server);
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        var link = Link(server, RoundTrip.TotalMilliseconds);
        await owner.OpenAsync($"{link.Address}{new Uri(owner.Page.Url).AbsolutePath}");
        await owner.Room.IsLiveAsync();

        link.Stall();
        await owner.Room.Timer(Talk).PressAsync("Pause");
        await Expect(owner.Room.Refusal).ToContainTextAsync("before that was confirmed", new() { Timeout = 15_000 });
        await viewer.PassAsync(TimeSpan.FromSeconds(1));
        link.Resume();

        await owner.Room.IsLiveAsync();
        await owner.Room.Timer(Talk).IsAsync("running");
        await viewer.Viewer.Timer(Talk).TicksAsync();
        await owner.Room.Timer(Talk).PressAsync("Pause");
        await viewer.Viewer.Timer(Talk).IsAsync("paused");
    }

    [Fact]
    public Task A_page_that_was_frozen_for_10_s_is_right_at_once_and_live_within_5_s() => FreezeAsync(TimeSpan.FromSeconds(10));

    [Theory, Trait("Category", "Soak"), InlineData(4), InlineData(10)]
    public Task A_page_that_was_frozen_for_minutes_is_right_at_once_and_live_within_5_s(int minutes) => FreezeAsync(TimeSpan.FromMinutes(minutes));

    [Fact]
    public Task A_browser_that_was_stopped_for_10_s_is_right_at_once_and_live_within_5_s() => StopAsync(TimeSpan.FromSeconds(10));

    [Theory, Trait("Category", "Soak"), InlineData(4), InlineData(10)]
    public Task A_browser_that_was_stopped_for_minutes_is_right_at_once_and_live_within_5_s(int minutes) => StopAsync(TimeSpan.FromMinutes(minutes));

    private async Task FreezeAsync(TimeSpan time)
    {
        var server = await Shared;
        var owner = await RunningAsync(server, nameof(FreezeAsync));
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync(), test: nameof(FreezeAsync));
        var browser = await viewer.Context.NewCDPSessionAsync(viewer.Page);
        await browser.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "frozen" });
        await owner.PassAsync(time);
        await owner.Room.Timer(Talk).PressAsync("+1 min");

        await browser.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "active" });
        await IsRightAndLiveAsync(viewer, owner);
    }

    private async Task StopAsync(TimeSpan time)
    {
        var server = await Shared;
        var owner = await RunningAsync(server, nameof(StopAsync));
        await using var browser = await OwnBrowser.LaunchAsync();
        var viewer = await VisitorAsync(server, "viewer", test: nameof(StopAsync), browser: browser.Browser);
        await viewer.OpenAsync((await owner.Room.TakeLinkAsync()).AbsoluteUri);
        await viewer.Viewer.IsLiveAsync();

        browser.Stop();
        await owner.PassAsync(time);
        await owner.Room.Timer(Talk).PressAsync("+1 min");
        browser.Continue();
        await IsRightAndLiveAsync(viewer, owner);
    }

    private static async Task IsRightAndLiveAsync(Person viewer, Person owner)
    {
        var awakeAt = Stopwatch.GetTimestamp();
        await viewer.Viewer.Timer(Talk).TicksAsync();
        await viewer.Viewer.IsLiveAsync();
        var (here, there) = (Seconds(await viewer.Viewer.Timer(Talk).TextAsync()), Seconds(await owner.Room.Timer(Talk).TextAsync()));
        Assert.InRange(here - there, 0, 1);
        Assert.InRange(Stopwatch.GetElapsedTime(awakeAt).TotalSeconds, 0, 7);
    }

    private async Task<Person> RunningAsync(AppServer server, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var owner = await OwnerOfRoomAsync(server, [(Talk, "1h30")], test);
        await owner.Room.Timer(Talk).PressAsync("Start");
        return owner;
    }

    private static int Seconds(string text) => new DigitChange("", text, 0, 0).Seconds;
}
