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

    /// <summary>Notes from now on whatever the page says of its connection.</summary>
    public Task NoteConnectionAsync() => Connection.EvaluateAsync("""
        status => {
          window.connectionSaid = [status.innerText];
          const options = { attributes: true, characterData: true, childList: true, subtree: true };
          new MutationObserver(() => window.connectionSaid.push(status.innerText)).observe(status, options);
        }
        """);

    /// <summary>What was noted, and what is said now; a page that was loaded again has noted nothing.</summary>
    public Task<string[]> ConnectionSaidAsync() => Connection.EvaluateAsync<string[]>("status => [...window.connectionSaid, status.innerText]");

    public Task IsLiveAsync() => Expect(Connection).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Live"), new() { Timeout = 30_000 });
}
