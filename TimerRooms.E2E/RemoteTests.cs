using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>A show driven by the three keys of a presenter's remote; and when keys do nothing.</summary>
public sealed class RemoteTests(Site site) : StageTests(site)
{
    private static readonly (string Title, string Duration)[] Show = [("One", "10:00"), ("Two", "20:00"), ("Three", "30:00")];

    [Theory]
    [InlineData("PageDown", "PageUp", "b")]
    [InlineData("ArrowRight", "ArrowLeft", ".")]
    [InlineData("MediaTrackNext", "MediaTrackPrevious", "MediaPlayPause")]
    public async Task A_remote_drives_a_show_with_three_keys(string next, string previous, string run)
    {
        var owner = await OwnerOfRoomAsync(await Shared, Show);
        await owner.Page.Keyboard.PressAsync("Escape");  // out of the field for the next timer

        await PressAsync(run, "running", "idle", "idle");
        await owner.Room.Timer("One").TicksAsync();
        await PressAsync(next, "paused", "running", "idle");
        await owner.Room.Timer("Two").TicksAsync();
        await PressAsync(next, "paused", "paused", "running");
        await owner.Room.Timer("Three").TicksAsync();
        await PressAsync(previous, "paused", "running", "paused");
        await PressAsync(run, "paused", "paused", "paused");
        await PressAsync(run, "paused", "running", "paused");
        Assert.Empty(owner.Faults);

        async Task PressAsync(string key, params string[] phases)
        {
            await owner.Page.Keyboard.PressAsync(key);
            await AreAsync(owner, phases);
        }
    }

    [Fact]
    public async Task Two_who_press_at_once_do_it_once()
    {
        var server = await Shared;
        var near = await OwnerOfRoomAsync(server, Show);
        var link = Link(server, roundTrip: 20);
        var far = await OwnerAsync(server, through: link);
        await far.OpenAsync(new Uri(near.Page.Url).AbsolutePath);
        await far.Room.IsLiveAsync();
        await near.Page.Keyboard.PressAsync("Escape");

        await BothPressAsync("b", "running", "idle", "idle");
        await BothPressAsync("PageDown", "paused", "running", "idle");

        async Task BothPressAsync(string key, params string[] phases)
        {
            link.Stall();
            await near.Page.Keyboard.PressAsync(key);
            await AreAsync(near, phases);
            await far.Page.Keyboard.PressAsync(key);
            link.Resume();
            await Expect(far.Page.Locator("[data-busy]")).ToHaveCountAsync(0);  // that press was answered, too
            await AreAsync(near, phases);
            await AreAsync(far, phases);
        }
    }

    [Fact]
    public async Task Keys_rest_while_someone_types_and_while_a_menu_or_a_dialog_is_open()
    {
        var owner = await OwnerOfRoomAsync(await Shared, Show);
        await Expect(owner.Room.Title).ToBeFocusedAsync();
        await PressAllAsync();
        await Expect(owner.Room.Title).ToHaveValueAsync("b.nu+?");
        await owner.Room.Title.FillAsync("");

        await owner.Room.Timer("One").OpenMenuAsync();
        await PressAllAsync();
        await owner.Page.Keyboard.PressAsync("Escape");
        await owner.Room.PressAsync("Share");
        await owner.Room.ReadLinkAsync();
        await PressAllAsync();
        await owner.Page.Keyboard.PressAsync("Escape");
        await Expect(owner.Room.Share).ToBeHiddenAsync();
        await owner.Room.Timer("One").Article.FocusAsync();
        foreach (var key in new[] { "Control+b", "Alt+ArrowRight", "Shift+PageDown" }) await owner.Page.Keyboard.PressAsync(key);

        // what was pressed would have come before this
        await owner.Page.Keyboard.PressAsync("+");
        await owner.Room.Timer("One").ShowsAsync("11:00");
        foreach (var (title, _) in Show) await owner.Room.Timer(title).IsAsync("idle");
        await Expect(owner.Room.Keyboard).ToBeHiddenAsync();

        async Task PressAllAsync()
        {
            foreach (var key in new[] { "b", ".", "n", "u", "+", "?", "PageDown", "ArrowRight", "MediaPlayPause" }) await owner.Page.Keyboard.PressAsync(key);
        }
    }

    [Fact]
    public async Task A_key_pressed_while_the_page_is_not_live_is_refused_and_the_list_of_keys_opens()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, Show);
        await owner.Page.Keyboard.PressAsync("Escape");
        await server.KillAsync();
        await owner.Viewer.IsNotLiveAsync();

        await owner.Page.Keyboard.PressAsync("b");
        await Expect(owner.Room.Refusal).ToContainTextAsync("was not done");
        await owner.Page.Keyboard.PressAsync("?");
        await Expect(owner.Room.Keyboard).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("Escape");
        await server.StartAsync();

        await owner.Room.IsLiveAsync();
        await owner.Room.Timer("One").IsAsync("idle");
        await owner.Page.Keyboard.PressAsync("b");
        await owner.Room.Timer("One").IsAsync("running");
    }

    private static async Task AreAsync(Person person, params string[] phases)
    {
        foreach (var (timer, phase) in Show.Zip(phases)) await person.Room.Timer(timer.Title).IsAsync(phase);
    }
}
