using System.Text.RegularExpressions;

namespace TimerRooms.E2E.Screens;

/// <summary>My rooms.</summary>
public sealed partial class RoomsScreen(IPage page)
{
    public ILocator Room(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public async Task CreateAsync(string name)
    {
        // a press between the first rendering and the first answer of the clock is refused, which no hand is quick enough for
        await new ViewerScreen(page).IsLiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New room", Exact = true }).First.ClickAsync();
        await page.GetByLabel("Room name", new() { Exact = true }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create room", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(RoomAddress());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    [GeneratedRegex("/rooms/[0-9a-f-]{36}$")]
    private static partial Regex RoomAddress();
}
