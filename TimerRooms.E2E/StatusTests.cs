using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>What a page says of itself: to the eye, to screen readers, and to whoever debugs.</summary>
public sealed class StatusTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    [Fact]
    public async Task A_page_says_how_right_its_clock_is_and_measures_anew_when_asked()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var viewer = await VisitorAsync(server, "viewer");
        await viewer.OpenAsync($"{(await owner.Room.TakeLinkAsync()).AbsoluteUri}?debug");
        await Expect(viewer.Viewer.Connection).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Live · ±[0-9]+ ms$"));
        var (log, facts) = (viewer.Page.GetByRole(AriaRole.Table, new() { Name = "Server clock" }), viewer.Page.GetByText("Way to the server and back"));
        await Expect(log.GetByRole(AriaRole.Cell, new() { Name = "start", Exact = true }).First).ToBeVisibleAsync();
        await Expect(facts).ToBeHiddenAsync();

        await viewer.Viewer.Details.PressAsync("Enter");
        await Expect(facts).ToBeVisibleAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Sync now" }).ClickAsync();
        await Expect(log.GetByRole(AriaRole.Cell, new() { Name = "asked", Exact = true }).First).ToBeVisibleAsync();

        await viewer.Page.Keyboard.PressAsync("Escape");
        await Expect(facts).ToBeHiddenAsync();
        Assert.Empty(viewer.Faults);
    }

    [Fact]
    public async Task Screen_readers_are_told_of_phases_and_of_nothing_in_between()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10s")]);
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        await viewer.Page.EvaluateAsync("""
            () => {
              window.said = [];
              const announcer = document.querySelector('[aria-live=polite][data-part=announcer]');
              new MutationObserver(() => said.push(announcer.textContent)).observe(announcer, { childList: true });
            }
            """);

        await owner.Room.Timer(Talk).PressAsync("Start");
        await Expect(viewer.Viewer.Timer(Talk).Face).ToHaveAttributeAsync("data-phase", "finished", new() { Timeout = 20_000 });
        await viewer.Page.WaitForFunctionAsync("() => said.includes('Talk: time is up')");

        Assert.Equal(["Talk: running", "Talk: 2 seconds left", "Talk: one second left", "Talk: time is up"], await viewer.Page.EvaluateAsync<string[]>("said"));
    }
}
