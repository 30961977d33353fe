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
}
