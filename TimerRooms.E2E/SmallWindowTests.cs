using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class SmallWindowTests(Site site) : StageTests(site)
{
    private static readonly (string Title, string Duration)[] Show = [("One", "10:00"), ("Two", "20:00")];

    [Fact]
    public async Task A_small_window_shows_one_timer_follows_it_and_goes_with_it()
    {
        var owner = await OwnerOfRoomAsync(await Shared, Show);
        await owner.Room.Timer("Two").PressAsync("Start");
        var small = await owner.Context.RunAndWaitForPageAsync(() => owner.Room.Timer("Two").ChooseAsync("Small window"));
        var digits = small.Locator("timer-digits");

        await Expect(small.GetByText("Two", new() { Exact = true })).ToBeVisibleAsync();
        for (var changes = 0; changes < 2; changes++) await Expect(digits).Not.ToHaveTextAsync(await digits.InnerTextAsync());
        await owner.Room.Timer("Two").PressAsync("Pause");
        await Expect(digits).ToHaveAttributeAsync("data-phase", "paused");
        await Expect(digits).ToHaveTextAsync(await owner.Room.Timer("Two").TextAsync());
        await owner.Room.RenameTimerAsync("Two", "Panel");
        await Expect(small.GetByText("Panel", new() { Exact = true })).ToBeVisibleAsync();
        (await owner.DigitsAsync()).ShowsEachSecondOnce();

        var closed = new TaskCompletionSource();
        small.Close += (_, _) => closed.SetResult();
        await owner.Room.Timer("Panel").ChooseAsync("Delete");
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(owner.Faults);
    }

    [Fact]
    public async Task A_browser_without_small_windows_offers_none()
    {
        var owner = await OwnerAsync(await Shared);
        await owner.Context.AddInitScriptAsync("Object.defineProperty(window, 'documentPictureInPicture', { value: undefined });");
        await owner.OpenAsync("/rooms");
        await owner.Rooms.CreateAsync("Without small windows");
        await owner.Room.AddAsync("One", "5m");
        await owner.Room.Timer("One").OpenMenuAsync();

        await Expect(owner.Page.GetByRole(AriaRole.Menu, new() { Name = "More", Exact = true }).GetByRole(AriaRole.Menuitem))
            .ToHaveTextAsync(["Edit", "Duplicate", "Move up", "Move down", "Delete"]);
    }
}
