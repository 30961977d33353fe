using System.Runtime.CompilerServices;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class BasicTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    [Fact]
    public async Task Without_script_the_owner_drives_a_timer_and_a_viewer_sees_each_change()
    {
        var server = await Shared;
        var (owner, basic) = await OwnerAtBothAsync(server, script: false);
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        var (here, there) = (basic.Room.Timer(Talk), viewer.Viewer.Timer(Talk));
        await here.ShowsAsync("10:00");

        await here.PressAsync("Start");
        await Expect(basic.Room.Notice).ToHaveTextAsync("Started “Talk”.");
        await here.IsAsync("running");
        await there.IsAsync("running");
        await there.TicksAsync();

        await here.PressAsync("Pause");
        await here.IsAsync("paused");
        await there.IsAsync("paused");
        var frozen = await there.TextAsync();
        await here.ShowsAsync(frozen);

        await here.PressAsync("+1 min");
        var more = string.Concat("10", frozen.AsSpan(2));
        await here.ShowsAsync(more);
        await there.ShowsAsync(more);

        await basic.Room.PressAsync("Undo");
        await Expect(basic.Room.Notice).ToHaveTextAsync("Took back: added time to “Talk”.");
        await here.ShowsAsync(frozen);
        await there.ShowsAsync(frozen);
    }

    [Fact]
    public async Task The_live_controls_lead_to_the_basic_ones_and_back()
    {
        var (live, basic) = await OwnerAtBothAsync(await Shared, script: false);
        await Expect(LinkToBasic(live)).ToBeHiddenAsync();

        await basic.Page.GetByRole(AriaRole.Link, new() { Name = "Live controls" }).ClickAsync();
        await Expect(basic.Page).ToHaveURLAsync(live.Page.Url);
        await LinkToBasic(basic).ClickAsync();
        await basic.Room.Timer(Talk).PressAsync("Start");
        await basic.Room.Timer(Talk).IsAsync("running");
    }

    [Fact]
    public async Task Without_script_what_another_page_does_is_seen_after_a_while()
    {
        var (owner, basic) = await OwnerAtBothAsync(await Shared, script: false);

        await owner.Room.Timer(Talk).PressAsync("Start");

        await Expect(basic.Room.Timer(Talk).Button("Pause")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(basic.Page.GetByText("owner started “Talk”")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_script_the_digits_tick_and_what_another_page_does_is_seen_after_a_while()
    {
        var (owner, basic) = await OwnerAtBothAsync(await Shared, script: true);
        await basic.Room.Timer(Talk).PressAsync("Start");
        await basic.Room.Timer(Talk).TicksAsync();

        await owner.Room.Timer(Talk).PressAsync("Pause");
        await Expect(basic.Room.Timer(Talk).Button("Resume")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        Assert.Empty(basic.Faults);
        Assert.Equal(0, basic.Batches);
    }

    [Fact]
    public async Task While_nothing_changes_the_page_stays_as_it_is_and_a_server_that_is_down_takes_nothing_away()
    {
        var server = await OwnServerAsync();
        var (owner, basic) = await OwnerAtBothAsync(server, script: true);
        await basic.Room.Timer(Talk).PressAsync("Start");
        await Expect(basic.Room.Timer(Talk).Button("Pause")).ToBeVisibleAsync();
        await basic.Page.WaitForLoadStateAsync();  // until then the browser may still go to the timer its address names, and take the focus there
        await basic.Room.Timer(Talk).Button("Pause").FocusAsync();
        await basic.Page.EvaluateAsync("window.isTheSame = true");

        await basic.Page.RunAndWaitForRequestFinishedAsync(() => Task.CompletedTask, new() { Predicate = IsLook, Timeout = 20_000 });
        await basic.Room.Timer(Talk).TicksAsync();
        // by the page alone: which window of the browser has the focus is not what this is about
        Assert.Equal("Pause", await basic.Page.EvaluateAsync<string>("document.activeElement.textContent"));

        var missed = new TaskCompletionSource();
        basic.Page.RequestFailed += (_, request) => { if (IsLook(request)) missed.TrySetResult(); };
        await server.KillAsync();
        await missed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await basic.Room.Timer(Talk).TicksAsync();
        Assert.True(await basic.Page.EvaluateAsync<bool>("window.isTheSame"));
        await Expect(LinkToBasic(owner)).ToBeVisibleAsync(new() { Timeout = 30_000 });

        static bool IsLook(IRequest request) => request.ResourceType == "fetch";
    }

    [Fact]
    public async Task On_a_phone_the_page_comes_back_to_the_timer_that_was_driven()
    {
        var server = await OwnServerAsync();
        var room = Seed.MixedRoom("Main hall", 9);
        await server.PlantAsync(room);
        var owner = await OwnerAsync(server, new() { ViewportSize = new() { Width = 390, Height = 844 }, JavaScriptEnabled = false });
        await owner.OpenAsync($"/basic/{room.Id}");
        var lunch = owner.Room.Timer(room.Timers[6].Title);

        await lunch.Button("+1 min").PressAsync("Enter");

        await Expect(owner.Room.Notice).ToHaveTextAsync($"Added time to “{room.Timers[6].Title}”.");
        await Expect(lunch.Article).ToBeInViewportAsync(new() { Ratio = 1 });
        await owner.Page.Keyboard.PressAsync("Tab");
        await Expect(lunch.Button("Pause")).ToBeFocusedAsync();
    }

    private static ILocator LinkToBasic(Person person) => person.Page.GetByRole(AriaRole.Link, new() { Name = "Basic controls" });

    /// <summary>The owner twice: at the live controls of a new room with one timer, and in another browser at its basic ones.</summary>
    private async Task<(Person Live, Person Basic)> OwnerAtBothAsync(AppServer server, bool script, [CallerMemberName] string test = "")
    {
        var live = await OwnerOfRoomAsync(server, [(Talk, "10:00")], test);
        var basic = await OwnerAsync(server, new() { JavaScriptEnabled = script }, test);
        await basic.OpenAsync(new Uri(live.Page.Url).AbsolutePath.Replace("/rooms/", "/basic/", StringComparison.Ordinal));
        return (live, basic);
    }
}
