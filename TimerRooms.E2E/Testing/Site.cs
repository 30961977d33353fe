namespace TimerRooms.E2E.Testing;

/// <summary>What all tests share: the browser, and two servers that nobody kills.</summary>
[CollectionDefinition(Name)]
public sealed class Site : IAsyncLifetime, ICollectionFixture<Site>
{
    public const string Name = "site";

    private readonly Lazy<Task<AppServer>> server = new(() => AppServer.StartOwnedAsync());
    private readonly Lazy<Task<AppServer>> fresh = new(AppServer.StartFreshAsync);
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Has its owner.</summary>
    public Task<AppServer> Server => server.Value;

    /// <summary>Waits for its owner, for ever.</summary>
    public Task<AppServer> Fresh => fresh.Value;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(10_000);
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
        foreach (var started in new[] { server, fresh })
            if (started.IsValueCreated) await (await started.Value).DisposeAsync();
    }
}
