using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class LinkTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task The_link_can_be_copied()
    {
        var owner = await OwnerOfRoomAsync(await Shared, []);
        await owner.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await owner.Room.PressAsync("Share");
        var link = await owner.Room.ReadLinkAsync();

        await owner.Room.PressAsync("Copy");
        await Expect(owner.Room.Share.GetByText("Copied.")).ToBeVisibleAsync();
        Assert.Equal(link.AbsoluteUri, await owner.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_replaced_link_ends_the_pages_opened_with_the_old_one_within_two_seconds()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")]);
        var old = await owner.Room.TakeLinkAsync();
        var viewer = await ViewerAsync(server, old);
        await owner.Room.PressAsync("Share");

        await owner.Room.PressAsync("Replace link");
        await Expect(viewer.Viewer.Ended).ToBeVisibleAsync(new() { Timeout = 2_000 });
        await Expect(owner.Room.ViewerLink).Not.ToHaveValueAsync(old.AbsoluteUri);

        Assert.Equal(404, (await viewer.OpenAsync(old.AbsoluteUri)).Status);
        await Expect(viewer.Viewer.Ended).ToBeVisibleAsync();
        Assert.Equal(200, (await viewer.OpenAsync((await owner.Room.ReadLinkAsync()).AbsoluteUri)).Status);
        await viewer.Viewer.Timer("Talk").ShowsAsync("10:00");
    }

    [Fact]
    public async Task An_unknown_link_is_a_friendly_404()
    {
        var visitor = await VisitorAsync(await Shared);
        Assert.Equal(404, (await visitor.OpenAsync("/v/0123456789abcdefghijkl")).Status);
        await Expect(visitor.Viewer.Ended).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_a_viewer_still_sees_the_right_digits()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00"), ("Break", "5:00")]);
        await owner.Room.Timer("Talk").PressAsync("Start");
        var viewer = await VisitorAsync(server, "viewer", new() { JavaScriptEnabled = false });
        var link = await owner.Room.TakeLinkAsync();

        var before = await SecondsAsync(owner);
        await viewer.OpenAsync(link.AbsoluteUri);
        var after = await SecondsAsync(owner);
        Assert.InRange(await SecondsAsync(viewer), after, before);
        await viewer.Viewer.Timer("Break").ShowsAsync("05:00");
        await viewer.Viewer.Timer("Talk").IsAsync("running");
    }

    private static async Task<int> SecondsAsync(Person person) => new DigitChange("", await person.Room.Timer("Talk").TextAsync(), 0, 0).Seconds;
}
