using Deque.AxeCore.Playwright;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>The app as one that is installed: what the browser keeps of it, and what it shows without the server.</summary>
public sealed class InstallTests(Site site) : StageTests(site)
{
    private static readonly string[] Shell = ["/css/app.css", "/css/tokens.css", "/favicon.svg", "/install/waiting.html", "/install/waiting.js"];

    private static readonly LocatorAssertionsToBeVisibleOptions InTime = new() { Timeout = 30_000 };

    [Fact]
    public async Task The_browser_finds_nothing_missing_to_install_it()
    {
        var server = await Shared;
        var visitor = await InstalledAsync(server);
        var browser = await visitor.Context.NewCDPSessionAsync(visitor.Page);

        var manifest = (await browser.SendAsync("Page.getAppManifest"))!.Value;
        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        Assert.Equal($"{server.Address}/app.webmanifest", manifest.GetProperty("url").GetString());
        var missing = (await browser.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors").EnumerateArray();
        // every context of a test is a private window
        Assert.Equal(["in-incognito"], missing.Select(error => error.GetProperty("errorId").GetString()));
        Assert.Equal(["activated", "none", $"{server.Address}/"], await visitor.Page.EvaluateAsync<string[]>(
            "navigator.serviceWorker.ready.then(worker => [worker.active.state, worker.updateViaCache, worker.scope])"));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_start_page_opened_while_the_server_is_down_comes_by_itself_when_it_is_back()
    {
        var server = await OwnServerAsync();
        var visitor = await InstalledAsync(server);
        var start = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Timers that agree on every screen", Exact = true });

        await server.KillAsync();
        await visitor.Page.GotoAsync("about:blank");
        await visitor.OpenAsync("/");
        await WaitsAsync(visitor);
        await server.StartAsync();
        await Expect(start).ToBeVisibleAsync(InTime);
    }

    [Fact]
    public async Task A_page_that_waits_keeps_its_whole_address_says_what_it_does_and_can_be_tried_by_hand()
    {
        var server = await OwnServerAsync();
        var visitor = await InstalledAsync(server);
        const string Path = "/signin?ReturnUrl=%2Frooms%2Fmain#part";
        await server.KillAsync();
        await visitor.OpenAsync(Path);
        await WaitsAsync(visitor);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(finding => $"{finding.Id}: {finding.Help}"));
        }
        Assert.DoesNotContain(visitor.Faults, fault => fault.Contains("Content Security Policy", StringComparison.Ordinal));

        await visitor.Room.PressAsync("Try now");
        await Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("No answer yet. This page goes on looking.");
        await server.StartAsync();
        await visitor.Room.PressAsync("Try now");

        await Expect(visitor.Account.Field("Password")).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"{server.Address}{Path}");
    }

    [Fact]
    public async Task A_screen_that_loads_itself_anew_without_a_script_is_not_lost_with_the_server()
    {
        var server = await OwnServerAsync();
        var screen = await InstalledAsync(server, "/show");
        await server.KillAsync();
        await WaitsAsync(screen);

        await server.StartAsync();
        await Expect(screen.Page.GetByLabel("Code", new() { Exact = true })).ToBeVisibleAsync(InTime);
    }

    [Fact]
    public async Task The_excuse_of_a_proxy_is_not_shown_and_not_asked_for_in_a_circle()
    {
        var server = await OwnServerAsync();
        var visitor = await InstalledAsync(server);
        await server.KillAsync();
        await using (await StandIn.StartAsync(server))
        {
            await visitor.OpenAsync("/signin");
            await WaitsAsync(visitor);
        }
        await using (var healthy = await StandIn.StartAsync(server, health: "Healthy"))
        {
            await visitor.PassAsync(TimeSpan.FromSeconds(12));
            await WaitsAsync(visitor);
            Assert.InRange(healthy.Pages, 1, 2);
        }
    }

    [Fact]
    public async Task Nothing_but_the_page_that_waits_is_ever_kept()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")]);
        var viewer = await InstalledAsync(server, (await owner.Room.TakeLinkAsync()).AbsolutePath);
        await viewer.Page.ReloadAsync();  // the first load may have come before the worker
        await viewer.Viewer.IsLiveAsync();
        await viewer.OpenAsync("/nothing/here");
        await viewer.OpenAsync("/signin");

        Assert.Equal(Shell, await KeptAsync(viewer));
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_with_the_next_page()
    {
        var visitor = await InstalledAsync(await Shared);
        await visitor.Page.EvaluateAsync("""
            navigator.serviceWorker.register('/service-worker.js?older', { updateViaCache: 'none' })
              .then(worker => new Promise(resolve => worker.installing.addEventListener('statechange', event => event.target.state === 'activated' && resolve())))
            """);
        Assert.Equal(["waiting?older"], await CachesAsync(visitor));

        await visitor.OpenAsync("/signin");
        await visitor.Page.WaitForFunctionAsync("""
            () => navigator.serviceWorker.controller.state === 'activated'
              && navigator.serviceWorker.controller.scriptURL.endsWith(document.querySelector('[data-waiting]').getAttribute('data-waiting'))
            """);
        Assert.Equal(Shell, await KeptAsync(visitor));
    }

    /// <summary>Someone on a page whose browser is ready to show the page that waits.</summary>
    private async Task<Person> InstalledAsync(AppServer server, string path = "/", [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var visitor = await VisitorAsync(server, options: new() { ServiceWorkers = ServiceWorkerPolicy.Allow }, test: test);
        await visitor.OpenAsync(path);
        await visitor.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null && navigator.serviceWorker.controller.state === 'activated'");
        return visitor;
    }

    private static Task WaitsAsync(Person person) =>
        Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Waiting for the server", Exact = true })).ToBeVisibleAsync();

    private static Task<string[]> CachesAsync(Person person) => person.Page.EvaluateAsync<string[]>("caches.keys()");

    private static Task<string[]> KeptAsync(Person person) => person.Page.EvaluateAsync<string[]>("""
        async () => {
          const kept = [];
          for (const name of await caches.keys())
            for (const request of await (await caches.open(name)).keys()) kept.push(request.url.replace(location.origin, ''));
          return kept.sort();
        }
        """);
}
