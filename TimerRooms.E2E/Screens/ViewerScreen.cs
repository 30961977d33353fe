namespace TimerRooms.E2E.Screens;

/// <summary>What everybody with the link sees.</summary>
public sealed class ViewerScreen(IPage page)
{
    public ILocator Connection => page.GetByRole(AriaRole.Status, new() { Name = "Connection", Exact = true });

    public ILocator Viewers => page.GetByRole(AriaRole.Group, new() { Name = "Viewers", Exact = true });

    public ILocator Titles => page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading);

    public ILocator Ended => page.GetByRole(AriaRole.Heading, new() { Name = "This link has ended", Exact = true });

    public TimerCard Timer(string title) => new(page, page.GetByRole(AriaRole.Article, new() { Name = title, Exact = true }));

    public ILocator Heading(string room) => page.GetByRole(AriaRole.Heading, new() { Name = room, Exact = true });

    public ILocator Details => page.Locator("summary").Filter(new() { Has = Connection });

    /// <summary>The page itself says that it is not live, or on the way back.</summary>
    public Task IsNotLiveAsync() => Expect(Connection).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(Reconnecting|Not live)"), new() { Timeout = 15_000 });

    public Task IsLiveAsync() => Expect(Connection).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Live"), new() { Timeout = 30_000 });
}
