using System.Globalization;
using TimerRooms.Core.Rooms;
using TimerRooms.E2E.Screens;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>The table that lets an owner sleep before a show.</summary>
public sealed class ScreenTableTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    private const string Hide = "Object.defineProperty(document, 'hidden', { get: () => true });";

    [Fact, Trait("Category", "Long")]
    public async Task It_is_right_for_ten_pages()
    {
        var (server, room, owner, screens) = await OpenAsync();
        List<Person> viewers = [await ComeAsync("plain"), await ComeAsync("hidden", Hide), await ComeAsync("level 2", "delete window.WebSocket;")];
        await screens.SaysAsync("Viewer 4", "looks every 5 s, visible");
        viewers.Add(await ComeAsync("full screen"));
        await viewers[3].Page.GetByText("This screen", new() { Exact = true }).ClickAsync();
        await viewers[3].Page.GetByRole(AriaRole.Button, new() { Name = "Full screen" }).ClickAsync();
        foreach (var roundTrip in new[] { 1, 20, 60, 100 }) viewers.Add(await ComeAsync($"{roundTrip} ms", through: Link(server, roundTrip)));
        viewers.Add(await ComeAsync("gone"));
        await screens.SaysAsync("Viewer 10", "live, visible");
        await viewers[8].Page.CloseAsync();

        await screens.SaysAsync("owner", "live, visible");
        await screens.SaysAsync("Viewer 2", "live, visible");
        await screens.SaysAsync("Viewer 3", "live, hidden");
        await screens.SaysAsync("Viewer 5", "live, visible, full screen");
        await screens.SaysAsync("Viewer 10", "gone just now");
        await Expect(screens.Rows).ToHaveCountAsync(10);
        await Expect(screens.Attention).ToHaveTextAsync("9 open, 8 looking, 0 stale");
        foreach (var (index, viewer) in viewers.Index().Where(one => one.Index is not (2 or 8)))
        {
            await screens.SaysAsync($"Viewer {index + 2}", "muted");
            var (shown, real) = (NumberIn(await screens.Cell($"Viewer {index + 2}", 5).InnerTextAsync()), await ErrorAsync(viewer));
            output.WriteLine($"{viewer.Name}: said {shown:0.0} ms, is {real:0.0} ms");
            Assert.InRange(shown - real, -10, 10);
        }
        Assert.Empty(owner.Faults);

        async Task<Person> ComeAsync(string name, string? limit = null, LinkProxy? through = null)
        {
            var viewer = await VisitorAsync(server, name, through: through, test: nameof(It_is_right_for_ten_pages));
            if (limit is not null) await viewer.Context.AddInitScriptAsync(limit);
            await viewer.OpenAsync($"/v/{room.ViewLink!.Token}");
            if (name != "level 2") await viewer.Viewer.IsLiveAsync();
            return viewer;
        }
    }

    [Fact, Trait("Category", "Long")]
    public async Task A_clock_that_is_put_out_is_told_until_it_is_right_again()
    {
        var (server, room, _, screens) = await OpenAsync();
        var viewer = await VisitorAsync(server);
        await viewer.Context.AddInitScriptAsync("const counter = performance.now.bind(performance); window.ahead = 0; performance.now = () => counter() + ahead;");
        await viewer.OpenAsync($"/v/{room.ViewLink!.Token}");
        await screens.SaysAsync("Viewer 2", "0 ms ±");
        await viewer.PassAsync(TimeSpan.FromSeconds(6));  // in its first seconds a page believes at once

        await viewer.Page.EvaluateAsync("ahead = 200");
        await Expect(screens.Cell("Viewer 2", 5)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\+[0-9]{2,3}"), new() { Timeout = 15_000 });
        await Expect(screens.Cell("Viewer 2", 5)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^(0|[+-][0-4])(\.[0-9])? ms"), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task One_page_shows_its_number_and_all_of_them_ring()
    {
        var (server, room, owner, screens) = await OpenAsync();
        var viewer = await VisitorAsync(server);
        await viewer.OpenAsync($"/v/{room.ViewLink!.Token}");
        var shown = viewer.Page.Locator("screen-call.shown");

        await owner.Room.PressAsync("Identify Viewer 2");
        await Expect(shown).ToHaveTextAsync("2 Viewer 2");
        await Expect(shown).ToBeHiddenAsync(new() { Timeout = 8_000 });
        await Expect(owner.Page.Locator("screen-call.shown")).ToHaveCountAsync(0);

        await owner.Room.PressAsync("Test all");
        await Expect(shown).ToBeVisibleAsync();
        await Expect(owner.Page.Locator("screen-call.shown")).ToContainTextAsync("owner");
    }

    [Fact, Trait("Category", "Long")]
    public async Task Closed_it_costs_nothing_and_open_it_is_told_at_most_every_two_seconds()
    {
        var (server, room, owner, screens) = await OpenAsync();
        var viewer = await VisitorAsync(server);
        await viewer.OpenAsync($"/v/{room.ViewLink!.Token}");
        await screens.SaysAsync("Viewer 2", "live");
        await owner.PassAsync(TimeSpan.FromSeconds(3));
        var before = owner.Batches;
        await viewer.Page.EvaluateAsync("import('/clock/screen-state.js').then(screen => { for (let i = 0; i < 40; i++) setTimeout(() => screen.note('battery', i), i * 100); })");
        await owner.PassAsync(TimeSpan.FromSeconds(6));
        Assert.InRange(owner.Batches - before, 1, 4);

        await owner.Room.PressAsync("Screens");
        await Expect(screens.Table).ToBeHiddenAsync();
        var closed = owner.Batches;
        await viewer.Page.EvaluateAsync("import('/clock/screen-state.js').then(screen => screen.note('battery', 50))");
        await owner.PassAsync(TimeSpan.FromSeconds(8));
        Assert.Equal(closed, owner.Batches);
    }

    private async Task<(AppServer, Room, Person, ScreenTable)> OpenAsync([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var room = Hall.Running(TimeSpan.FromHours(1));
        var server = await OwnServerAsync();
        await server.PlantAsync(room);
        var owner = await OwnerAsync(server, test: test);
        await owner.OpenAsync($"/rooms/{room.Id}");
        await owner.Room.IsLiveAsync();
        var screens = new ScreenTable(owner.Page);
        await screens.OpenAsync();
        return (server, room, owner, screens);
    }

    /// <summary>By how much the page's clock is ahead of the server's, which is that of this machine.</summary>
    private static Task<double> ErrorAsync(Person viewer) => viewer.Page.EvaluateAsync<double>("import('/clock/server-clock.js').then(clock => clock.now() - trueNow())");

    private static double NumberIn(string text) => double.Parse(text.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture);
}
