using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>Pages that come back by themselves, in the same document, whatever became of the server.</summary>
public sealed class RecoveryTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    [Fact, Trait("Category", "Long")]
    public async Task A_viewer_page_comes_back_in_place_and_keeps_full_screen_over_three_kills()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await owner.Room.Timer(Talk).PressAsync("Start");
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        await viewer.Page.EvaluateAsync("() => { window.sameDocument = true; return document.documentElement.requestFullscreen(); }");

        for (var kills = 0; kills < 3; kills++)
        {
            await server.KillAsync();
            await viewer.Viewer.IsNotLiveAsync();
            await viewer.Viewer.Timer(Talk).TicksAsync();
            await server.StartAsync();
            await viewer.Viewer.IsLiveAsync();
        }
        Assert.True(await viewer.Page.EvaluateAsync<bool>("window.sameDocument === true && document.fullscreenElement !== null"), "the document or its full screen was lost");
        // before the pause, which counts from its press: a page that hears of it a moment later may have gone on to the next second
        (await viewer.DigitsAsync()).ShowsEachSecondOnce();
        await owner.Room.IsLiveAsync();
        await owner.Room.Timer(Talk).PressAsync("Pause");
        await viewer.Viewer.Timer(Talk).IsAsync("paused");
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_what_is_clicked_meanwhile_is_refused_and_never_done()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await owner.Room.Timer(Talk).PressAsync("Start");
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        await owner.Room.OpenAddFormAsync();
        await owner.Room.Title.FillAsync("Questions and");

        await server.KillAsync();
        await owner.Viewer.IsNotLiveAsync();
        await owner.Room.Timer(Talk).PressAsync("Pause");
        await Expect(owner.Room.Refusal).ToContainTextAsync("was not done");
        await owner.Room.Title.FillAsync("Questions and answers");
        var duration = owner.Page.GetByLabel("Duration", new() { Exact = true });
        await duration.FocusAsync();
        await server.StartAsync();

        await owner.Room.IsLiveAsync();
        await Expect(owner.Room.Title).ToHaveValueAsync("Questions and answers");
        await Expect(duration).ToBeFocusedAsync();
        await viewer.Viewer.IsLiveAsync();
        await viewer.Viewer.Timer(Talk).IsAsync("running");
        await duration.FillAsync("5:00");
        await owner.Room.PressAsync("Add");
        await Expect(viewer.Viewer.Timer("Questions and answers").Article).ToBeVisibleAsync();
        await Expect(owner.Room.Title).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_dialog_that_was_being_filled_in_is_open_again_with_what_was_typed()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await owner.Room.Timer(Talk).ChooseAsync("Edit");
        var name = owner.Page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true });
        await name.FillAsync("Keynote");

        await server.KillAsync();
        await owner.Viewer.IsNotLiveAsync();
        await server.StartAsync();

        await owner.Room.IsLiveAsync();
        await Expect(name).ToHaveValueAsync("Keynote");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(owner.Room.Timer("Keynote").Article).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_came_by_a_link_and_loses_the_connection_for_a_moment_goes_on_in_the_same_document()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var control = await owner.Room.TakeControlLinkAsync();
        var link = Link(server, roundTrip: 1);
        var guest = await (await VisitorAsync(server, "guest", through: link)).JoinAsync(new Uri(link.Address + control.PathAndQuery));
        await guest.Room.OpenAddFormAsync();
        await guest.Room.Title.FillAsync("Questions");
        await guest.Page.EvaluateAsync("window.sameDocument = true");

        link.Cut();
        await guest.Viewer.IsNotLiveAsync();
        await guest.Viewer.IsLiveAsync();

        await guest.Room.Timer(Talk).PressAsync("Start");
        await owner.Room.Timer(Talk).IsAsync("running");
        Assert.True(await guest.Page.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded anew");
        await Expect(guest.Room.Title).ToHaveValueAsync("Questions");
    }

    [Fact, Trait("Category", "Long")]
    public async Task Twenty_revivals_leave_no_growing_heap_and_no_doubled_listener()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00"), ("Break", "5:00")]);
        await owner.Room.PressAsync("Start all");
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        Person[] people = [owner, viewer];
        await ReviveAsync(2);  // what is made only once is there from here on
        var before = await Task.WhenAll(people.Select(Measures.OfAsync));

        await ReviveAsync(20);
        var after = await Task.WhenAll(people.Select(Measures.OfAsync));
        for (var person = 0; person < people.Length; person++)
        {
            Assert.Equal(before[person].Listeners, after[person].Listeners);
            Assert.True(after[person].HeapKilobytes < before[person].HeapKilobytes + 400, $"{people[person].Name}: {before[person]}, then {after[person]}");
        }
        await owner.Room.Timer(Talk).PressAsync("+1 min");
        await viewer.Viewer.Timer(Talk).IsAsync("running");

        async Task ReviveAsync(int times)
        {
            for (var time = 0; time < times; time++)
            {
                await server.KillAsync();
                foreach (var person in people) await person.Viewer.IsNotLiveAsync();
                await server.StartAsync();
                foreach (var person in people) await person.Viewer.IsLiveAsync();
            }
        }
    }
}
