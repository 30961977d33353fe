using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class KeyboardTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task A_timer_is_moved_by_its_grip_which_keeps_the_focus()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [("One", "5:00"), ("Two", "5:00"), ("Three", "5:00")]);
        var grip = owner.Room.Timer("One").Button("Move");
        await grip.FocusAsync();
        await PressAsync("ArrowDown", "Two", "One", "Three");
        await PressAsync("ArrowDown", "Two", "Three", "One");
        await PressAsync("ArrowUp", "Two", "One", "Three");
        await PressAsync("ArrowUp", "One", "Two", "Three");

        async Task PressAsync(string key, params string[] titles)
        {
            await owner.Page.Keyboard.PressAsync(key);
            await Expect(owner.Room.Titles).ToHaveTextAsync(titles);
            await Expect(grip).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task Space_on_a_timer_starts_and_pauses_it_and_the_timer_keeps_the_focus()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [("Talk", "5:00")]);
        var talk = owner.Room.Timer("Talk");
        await talk.Article.FocusAsync();
        foreach (var phase in new[] { "running", "paused" })
        {
            await owner.Page.Keyboard.PressAsync("Space");
            await talk.IsAsync(phase);
            await Expect(talk.Article).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task A_whole_show_is_made_and_driven_with_the_keyboard_alone()
    {
        var owner = await OwnerOfRoomAsync(await Shared, []);
        await Expect(owner.Room.Title).ToBeFocusedAsync();
        await AddAsync("Opening", "10:00");
        await AddAsync("Panel", "20:00");
        await PressAsync("Escape");
        var (opening, panel) = (owner.Room.Timer("Opening"), owner.Room.Timer("Panel"));

        await PressAsync("1");
        await Expect(opening.Article).ToBeFocusedAsync();
        await PressAsync("Space");
        await opening.IsAsync("running");
        await opening.TicksAsync();
        await PressAsync("PageDown");
        await opening.IsAsync("paused");
        await panel.IsAsync("running");
        await panel.TicksAsync();
        await PressAsync("PageUp");
        await opening.IsAsync("running");
        await panel.IsAsync("paused");
        await PressAsync("b");
        await opening.IsAsync("paused");

        var left = await panel.TextAsync();
        await PressAsync("2");
        await PressAsync("+");
        await panel.ShowsAsync(string.Concat("20", left.AsSpan(2)));
        await PressAsync("u");
        await panel.ShowsAsync(left);
        await PressAsync("-");
        await panel.ShowsAsync(string.Concat("18", left.AsSpan(2)));
        await PressAsync("Control+z");
        await panel.ShowsAsync(left);

        await TabToAsync(owner.Room.Button("Share"));
        await PressAsync("Enter");
        await owner.Room.ReadLinkAsync();
        await PressAsync("Escape");
        await Expect(owner.Room.Share).ToBeHiddenAsync();
        await Expect(owner.Room.Button("Share")).ToBeFocusedAsync();

        await PressAsync("?");
        await Expect(owner.Room.Keyboard).ToBeVisibleAsync();
        await PressAsync("Escape");
        await Expect(owner.Room.Keyboard).ToBeHiddenAsync();
        await PressAsync("n");
        await Expect(owner.Room.Title).ToBeFocusedAsync();
        await AddAsync("Questions", "5m");
        await Expect(owner.Room.Titles).ToHaveTextAsync(["Opening", "Panel", "Questions"]);
        Assert.Empty(owner.Faults);

        async Task AddAsync(string title, string duration)
        {
            await owner.Page.Keyboard.TypeAsync(title);
            await PressAsync("Tab");
            await owner.Page.Keyboard.TypeAsync(duration);
            await PressAsync("Enter");
            await Expect(owner.Room.Timer(title).Article).ToBeVisibleAsync();
            await Expect(owner.Room.Title).ToBeEmptyAsync();
            await Expect(owner.Room.Title).ToBeFocusedAsync();
        }

        async Task TabToAsync(ILocator goal)
        {
            for (var tabs = 0; tabs < 60 && !await goal.EvaluateAsync<bool>("element => element === document.activeElement"); tabs++) await PressAsync("Shift+Tab");
            await Expect(goal).ToBeFocusedAsync();
        }

        Task PressAsync(string key) => owner.Page.Keyboard.PressAsync(key);
    }

    [Fact]
    public async Task The_menu_of_the_room_opens_the_list_of_keys_which_gives_the_focus_back()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [("Talk", "5:00")]);

        await owner.Room.OpenFromMenuAsync("Keyboard");
        await Expect(owner.Room.Keyboard).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("Escape");

        await Expect(owner.Room.Keyboard).ToBeHiddenAsync();
        await Expect(owner.Room.Button("More for the room")).ToBeFocusedAsync();
    }
}
