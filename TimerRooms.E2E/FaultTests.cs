using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>Whatever goes wrong on the way to a live page or on it ends in a right page, without a touch.</summary>
public sealed class FaultTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    [Fact]
    public async Task A_fatal_fault_on_a_page_heals_itself()
    {
        var (owner, viewer) = await OnStageAsync();
        await owner.Room.AddAsync("Break", "5:00");
        await Expect(viewer.Viewer.Timer("Break").Article).ToBeVisibleAsync();
        // what the framework has rendered goes behind its back: that it cannot take it away ends the circuit
        BreaksPages = true;
        await viewer.Viewer.Timer("Break").Article.EvaluateAsync("article => article.remove()");
        await owner.Room.Timer("Break").ChooseAsync("Delete");

        await viewer.Viewer.IsNotLiveAsync();
        await viewer.Viewer.IsLiveAsync();
        await owner.Room.Timer(Talk).PressAsync("Start");
        await viewer.Viewer.Timer(Talk).IsAsync("running");
        Assert.Equal(1, await LoadsAsync(viewer));
    }

    [Fact]
    public async Task A_page_whose_markers_the_server_does_not_take_any_more_becomes_live()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var viewer = await VisitorAsync(server, "viewer");
        // as when a page was loaded and then lay asleep for longer than its markers hold
        await viewer.Context.AddInitScriptAsync("""
            document.addEventListener('DOMContentLoaded', () => {
              const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
              while (comments.nextNode()) comments.currentNode.data = comments.currentNode.data.replace('"descriptor":"', '"descriptor":"x');
            });
            """);
        await viewer.OpenAsync((await owner.Room.TakeLinkAsync()).AbsoluteUri);

        await viewer.Viewer.IsLiveAsync();
        await owner.Room.Timer(Talk).PressAsync("Start");
        await viewer.Viewer.Timer(Talk).IsAsync("running");
        Assert.Equal(1, await LoadsAsync(viewer));
    }

    [Fact]
    public async Task A_first_connection_that_fails_is_tried_again()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var viewer = await VisitorAsync(server, "viewer");
        var tries = 0;
        await viewer.Page.RouteWebSocketAsync("**/_blazor", socket =>
        {
            if (++tries <= 2) _ = socket.CloseAsync();
            else socket.ConnectToServer();
        });
        await viewer.OpenAsync((await owner.Room.TakeLinkAsync()).AbsoluteUri);

        await viewer.Viewer.IsLiveAsync();
        Assert.Equal(3, tries);
        Assert.Equal(1, await LoadsAsync(viewer));
    }

    [Fact]
    public async Task A_page_that_comes_back_from_the_browsers_memory_is_live()
    {
        var (owner, viewer) = await OnStageAsync();
        await viewer.OpenAsync("/signin");
        await owner.Room.Timer(Talk).PressAsync("Start");

        await viewer.Page.GoBackAsync();
        await viewer.Viewer.IsLiveAsync();
        await viewer.Viewer.Timer(Talk).IsAsync("running");
    }

    [Fact]
    public async Task The_error_page_of_a_proxy_is_never_shown()
    {
        var server = await OwnServerAsync();
        await using var proxy = await TlsProxy.StartAsync(server);
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await owner.Room.Timer(Talk).PressAsync("Start");
        var viewer = await VisitorAsync(server, "viewer", new() { IgnoreHTTPSErrors = true });
        await viewer.OpenAsync($"{proxy.Address}{(await owner.Room.TakeLinkAsync()).AbsolutePath}");
        await viewer.Viewer.IsLiveAsync();
        var excuses = 0;
        viewer.Page.Response += (_, answer) => { if (answer.Status == 502) excuses++; };

        await server.KillAsync();
        await Expect(viewer.Viewer.Connection).ToHaveTextAsync("Not live", new() { Timeout = 12_000 });
        await viewer.Viewer.Timer(Talk).TicksAsync();
        Assert.True(excuses > 0, "the proxy was not asked");
        await server.StartAsync();

        await viewer.Viewer.IsLiveAsync();
        Assert.Equal(1, await LoadsAsync(viewer));
    }

    [Fact]
    public async Task A_link_replaced_while_a_page_is_cut_off_ends_that_page_when_it_is_back()
    {
        var (owner, viewer) = await OnStageAsync();
        await CutOffAsync(viewer);
        await viewer.Viewer.IsNotLiveAsync();
        await owner.Room.PressAsync("Share");
        await owner.Room.PressAsync("Replace link");

        await viewer.Page.UnrouteAllAsync();
        await Expect(viewer.Viewer.Ended).ToBeVisibleAsync();
        Assert.Equal(1, await LoadsAsync(viewer));
    }

    [Fact]
    public async Task An_owner_whose_sign_in_ended_meanwhile_is_asked_to_sign_in()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await server.KillAsync();
        await owner.Viewer.IsNotLiveAsync();
        await owner.Context.ClearCookiesAsync();
        await server.StartAsync();

        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/signin"), new() { Timeout = 15_000 });
    }

    private async Task<(Person Owner, Person Viewer)> OnStageAsync([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")], test);
        return (owner, await ViewerAsync(server, await owner.Room.TakeLinkAsync(), test: test));
    }

    /// <summary>Nothing reaches the server any more, and what was connected is not.</summary>
    private static async Task CutOffAsync(Person person)
    {
        await person.Page.RouteAsync("**", route => route.AbortAsync());
        await person.Page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
    }

    /// <summary>How often the document was loaded: what is healed in place stays at one.</summary>
    private static Task<int> LoadsAsync(Person person) =>
        person.Page.EvaluateAsync<int>("1 + JSON.parse(sessionStorage.getItem('timerRooms.reloads') || '[]').length");
}
