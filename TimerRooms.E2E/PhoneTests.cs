using Deque.AxeCore.Playwright;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class PhoneTests(Site site) : StageTests(site)
{
    private static readonly (string Title, string Duration)[] Show = [("One", "10:00"), ("Two", "20:00"), ("Three", "30:00")];

    [Fact]
    public async Task On_a_phone_one_thumb_drives_the_show_and_the_bar_hides_nothing()
    {
        var phone = new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };
        var owner = await OwnerAsync(await Shared, phone);
        await owner.OpenAsync("/rooms");
        await owner.Rooms.CreateAsync("In one hand");
        foreach (var (title, duration) in Show) await owner.Room.AddAsync(title, duration);

        await TapAsync("Start One");
        await owner.Room.Timer("One").TicksAsync();
        await TapAsync("Next timer");
        await owner.Room.Timer("One").IsAsync("paused");
        await owner.Room.Timer("Two").IsAsync("running");
        await TapAsync("+1: one minute more");
        await Expect(owner.Room.Timer("Two").Face).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^20:"));
        await TapAsync("Pause Two");
        await owner.Room.Timer("Two").IsAsync("paused");
        await Expect(owner.Room.Remote.Locator("timer-digits")).ToHaveTextAsync(await owner.Room.Timer("Two").TextAsync());

        foreach (var button in await owner.Room.Remote.GetByRole(AriaRole.Button).AllAsync())
        {
            var box = (await button.BoundingBoxAsync())!;
            Assert.True(box is { Width: >= 48, Height: >= 48 } && box.Y + box.Height <= 844, $"{await button.GetAttributeAsync("aria-label")}: {box.Width} × {box.Height} at {box.Y}");
        }
        Assert.InRange((await owner.Room.Remote.GetByRole(AriaRole.Button, new() { Name = "Resume Two" }).BoundingBoxAsync())!.Height, 64, 96);
        await owner.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        var last = (await owner.Page.GetByText("Activity", new() { Exact = true }).BoundingBoxAsync())!;
        Assert.True(last.Y + last.Height < (await owner.Room.Remote.BoundingBoxAsync())!.Y, "the end of the page lies behind the bar");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await owner.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty((await owner.Page.RunAxe()).Violations.Select(violation => violation.Help));
        }
        Assert.Empty(owner.Faults);

        Task TapAsync(string name) => owner.Room.Remote.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).TapAsync();
    }
}
