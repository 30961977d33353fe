using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>Pages to which nothing can be pushed: they read themselves again and are right all the same.</summary>
public sealed class WithoutSocketTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(7);

    [Fact]
    public async Task A_browser_without_WebSocket_sees_a_change_within_7_s_and_costs_304s_while_nothing_changes()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var link = await owner.Room.TakeLinkAsync();
        var viewer = await LimitedAsync(server, link, "delete window.WebSocket;");
        var reads = Reads(viewer);
        await Expect(viewer.Viewer.Connection).ToHaveTextAsync("Not live · looks every 5 s", new() { Timeout = 20_000 });
        await viewer.PassAsync(TimeSpan.FromSeconds(13));
        Assert.True(reads.Count >= 2 && reads.TrueForAll(status => status == 304), string.Join(", ", reads));
        await Expect(owner.Room.Viewers).ToHaveTextAsync("1 viewer");

        await owner.Room.Timer(Talk).PressAsync("Start");
        await IsThereInTimeAsync(viewer, "timer-face[data-phase=running]");
        await viewer.Viewer.Timer(Talk).TicksAsync();
        await owner.Room.AddAsync("Break", "5:00");
        await IsThereInTimeAsync(viewer, "article[aria-label=Break]");
        await owner.Room.IsLiveAsync();
    }

    [Fact]
    public async Task With_script_off_the_refresh_shows_a_change()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var viewer = await VisitorAsync(server, "viewer", new() { JavaScriptEnabled = false });
        await viewer.OpenAsync((await owner.Room.TakeLinkAsync()).AbsoluteUri);
        await viewer.Viewer.Timer(Talk).IsAsync("idle");

        await owner.Room.Timer(Talk).PressAsync("Start");
        await Expect(viewer.Viewer.Timer(Talk).Face).ToHaveAttributeAsync("data-phase", "running", new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task A_browser_without_custom_elements_is_loaded_anew_and_shows_a_change()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var viewer = await LimitedAsync(server, await owner.Room.TakeLinkAsync(), "delete window.customElements;");
        await Expect(viewer.Viewer.Connection).ToHaveTextAsync("Not live");

        await owner.Room.Timer(Talk).PressAsync("Start");
        await Expect(viewer.Viewer.Timer(Talk).Face).ToHaveAttributeAsync("data-phase", "running", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_browser_without_container_units_still_shows_digits_of_a_fair_size_that_fit()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00"), ("Long day", "1h30")]);
        var link = await owner.Room.TakeLinkAsync();
        foreach (var person in new[] { owner, await VisitorAsync(server, "viewer") })
        {
            // a unit that no browser knows stands in for one that this browser should not know
            await person.Page.RouteAsync("**/*.css", async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Body = System.Text.RegularExpressions.Regex.Replace(await answer.TextAsync(), "cq(w|h|min)\\b", "unknown$1") });
            });
            await person.OpenAsync(person == owner ? owner.Page.Url : link.AbsoluteUri);
            await person.Viewer.IsLiveAsync();
            foreach (var title in new[] { Talk, "Long day" })
            {
                var (article, face) = (await BoxAsync(person.Viewer.Timer(title).Article), await BoxAsync(person.Viewer.Timer(title).Face));
                Assert.True(face.Height >= 40, $"{person.Name}: the digits are {face.Height} high");
                Assert.True(face.X >= article.X && face.X + face.Width <= article.X + article.Width, $"{person.Name}: the digits do not fit");
            }
        }
    }

    [Fact]
    public async Task Behind_a_proxy_that_stops_sockets_a_page_is_right_and_becomes_live_as_soon_as_they_get_through()
    {
        var server = await OwnServerAsync();
        await using var proxy = await TlsProxy.StartAsync(server);
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        proxy.LetsSocketsThrough = false;
        var viewer = await VisitorAsync(server, "viewer", new() { IgnoreHTTPSErrors = true });
        await viewer.OpenAsync($"{proxy.Address}{(await owner.Room.TakeLinkAsync()).AbsolutePath}");

        await owner.Room.Timer(Talk).PressAsync("Start");
        await IsThereInTimeAsync(viewer, "timer-face[data-phase=running]");
        await Expect(viewer.Viewer.Connection).ToHaveTextAsync("Not live · looks every 5 s", new() { Timeout = 20_000 });

        proxy.LetsSocketsThrough = true;
        await viewer.Viewer.IsLiveAsync();
        await owner.Room.Timer(Talk).PressAsync("Pause");
        await viewer.Viewer.Timer(Talk).IsAsync("paused");
    }

    // looks at each frame: between two reads there are up to 6.25 s, and a look every half second might come too late
    private static async Task IsThereInTimeAsync(Person viewer, string what) =>
        await viewer.Page.WaitForFunctionAsync("what => document.querySelector(what) !== null", what, new() { Timeout = (float)ReadEvery.TotalMilliseconds });

    private async Task<Person> LimitedAsync(AppServer server, Uri link, string script, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var viewer = await VisitorAsync(server, "viewer", test: test);
        await viewer.Context.AddInitScriptAsync(script);
        await viewer.OpenAsync(link.AbsoluteUri);
        return viewer;
    }

    /// <summary>The answers to what the page reads of itself, from now on.</summary>
    private static List<int> Reads(Person viewer)
    {
        var statuses = new List<int>();
        viewer.Page.Response += (_, answer) => { if (answer.Request.ResourceType == "fetch" && new Uri(answer.Url).AbsolutePath.StartsWith("/v/", StringComparison.Ordinal)) statuses.Add(answer.Status); };
        return statuses;
    }

    private static async Task<(float X, float Width, float Height)> BoxAsync(ILocator element) =>
        await element.BoundingBoxAsync() is { } box ? (box.X, box.Width, box.Height) : throw new InvalidOperationException("It is not on the page.");
}
