using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>A room that is shared with another account of the server.</summary>
public sealed class SharingTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk", Email = "carl@example.org";

    [Fact]
    public async Task An_account_the_room_is_shared_with_finds_it_drives_it_then_looks_on_and_is_out_at_once_when_that_ends()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")], "Shared hall");
        var room = owner.Page.Url;
        await owner.OpenAsync("/admin");
        var carl = await VisitorAsync(server, "carl");
        await carl.OpenAsync(await owner.Admin.InviteAsync("Carl"));
        await carl.Admin.SignUpAsync(Email, "seven loud geese");
        await owner.OpenAsync(new Uri(room).AbsolutePath);
        await owner.Room.IsLiveAsync();

        await owner.Room.PressAsync("Share");
        await owner.Room.Share.GetByLabel("E-mail address", new() { Exact = true }).FillAsync("nobody@example.org");
        await PressInShareAsync(owner, "Share with");
        await Expect(owner.Room.Share.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Nobody here has that e-mail address" })).ToBeVisibleAsync();
        await owner.Room.Share.GetByLabel("E-mail address", new() { Exact = true }).FillAsync(Email);
        await PressInShareAsync(owner, "Share with");
        await Expect(Members(owner)).ToContainTextAsync("runs and edits the timers");

        await carl.OpenAsync("/rooms");
        await carl.Page.GetByRole(AriaRole.List, new() { Name = "Shared with me", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Shared hall" }).First.ClickAsync();
        await carl.Room.IsLiveAsync();
        await carl.Room.Timer(Talk).PressAsync("Start");
        await carl.Room.Timer(Talk).IsAsync("running");

        await ChooseAsync(owner, "Let only look on");
        await Expect(carl.Room.Timer(Talk).Button("Pause")).ToBeHiddenAsync();
        await carl.Room.Timer(Talk).IsAsync("running");
        await ChooseAsync(owner, "Stop sharing");
        await Expect(carl.Room.Heading("This room is not here any more")).ToBeVisibleAsync(new() { Timeout = 2_000 });
        await carl.OpenAsync("/rooms");
        await Expect(carl.Page.GetByText("Shared hall")).ToBeHiddenAsync();
    }

    private static ILocator Members(Person owner) => owner.Room.Share.GetByRole(AriaRole.List, new() { Name = "Shared with", Exact = true });

    private static Task PressInShareAsync(Person owner, string button) =>
        owner.Room.Share.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task ChooseAsync(Person owner, string item)
    {
        await Members(owner).GetByRole(AriaRole.Button).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }
}
