using System.Text.RegularExpressions;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>The cards of a live wall are one text, on which the script writes what changes.</summary>
public sealed partial class WallTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task A_card_grows_as_its_timer_runs_says_who_acted_and_takes_any_title()
    {
        const string odd = "<b>\"Q&A\"</b> für 'alle'";
        var owner = await OwnerOfRoomAsync(await Shared, [("One", "10:00"), ("Two", "10:00"), ("Three", "10:00"), ("Four", "10:00"), ("Five", "10:00")]);
        var viewer = await ViewerAsync(await Shared, await owner.Room.TakeLinkAsync());
        await viewer.Viewer.IsLiveAsync();
        await Expect(viewer.Page.Locator(".leads")).ToHaveCountAsync(0);

        await owner.Room.Timer("Two").PressAsync("Start");
        await viewer.Viewer.Timer("Two").IsAsync("running");
        await Expect(viewer.Viewer.Timer("Two").Article).ToHaveClassAsync(Leads());
        await Expect(viewer.Viewer.Timer("Two").Article).ToContainTextAsync("started");

        await owner.Room.RenameTimerAsync("Two", odd);
        await Expect(viewer.Viewer.Titles).ToHaveTextAsync(["One", odd, "Three", "Four", "Five"]);
        await viewer.Viewer.Timer(odd).IsAsync("running");
        await Expect(viewer.Viewer.Timer(odd).Article).ToHaveClassAsync(Leads());

        await owner.Room.Timer("One").ChooseAsync("Delete");
        await Expect(viewer.Viewer.Titles).ToHaveTextAsync([odd, "Three", "Four", "Five"]);
        await owner.Room.Timer(odd).PressAsync("Pause");
        await viewer.Viewer.Timer(odd).IsAsync("paused");
        await viewer.Viewer.Timer("Three").IsAsync("idle");
        await Expect(viewer.Page.Locator(".leads")).ToHaveCountAsync(0);
        Assert.Empty(viewer.Faults);
    }

    [Fact]
    public async Task A_card_that_flashes_goes_on_when_its_timer_changes()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [("Talk", "10:00")]);
        var viewer = await ViewerAsync(await Shared, await owner.Room.TakeLinkAsync());
        var card = viewer.Viewer.Timer("Talk").Article;
        await card.EvaluateAsync("card => card.classList.add('flash')");  // as effects.js does; the server's news of the zero comes just then

        await owner.Room.Timer("Talk").PressAsync("Start");
        await viewer.Viewer.Timer("Talk").IsAsync("running");

        await Expect(card).ToHaveClassAsync(new Regex(@"\bflash\b"));
    }

    [Fact]
    public async Task The_pointer_leaves_the_picture_also_where_the_room_was_empty_at_first()
    {
        var owner = await OwnerOfRoomAsync(await Shared, []);
        var viewer = await ViewerAsync(await Shared, await owner.Room.TakeLinkAsync());
        await owner.Room.AddAsync("Talk", "10:00");
        await Expect(viewer.Viewer.Timer("Talk").Article).ToBeVisibleAsync();

        await viewer.Page.Mouse.MoveAsync(200, 200);

        await Expect(viewer.Page.Locator("html")).ToHaveClassAsync(new Regex("pointer-hidden"));
    }

    [GeneratedRegex(@"\bleads\b")]
    private static partial Regex Leads();
}
