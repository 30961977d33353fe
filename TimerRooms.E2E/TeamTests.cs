using TimerRooms.E2E.Screens;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>Several people in one room, by links.</summary>
public sealed class TeamTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk", Ended = "This room is not here any more";

    private static readonly LocatorAssertionsToBeVisibleOptions WithinTwoSeconds = new() { Timeout = 2_000 };

    [Fact]
    public async Task Two_guests_drive_one_timer_and_names_and_activity_are_right_for_all()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var viewer = await ViewerAsync(server, await owner.Room.TakeLinkAsync());
        var link = await owner.Room.TakeControlLinkAsync();
        var ada = await (await VisitorAsync(server, "ada")).JoinAsync(link, "Ada");
        var guest = await (await VisitorAsync(server, "guest")).JoinAsync(link);

        await ada.Room.Timer(Talk).PressAsync("Start");
        foreach (var person in new[] { owner, guest, viewer }) await Expect(person.Room.Timer(Talk).Article.GetByText("started by Ada")).ToBeVisibleAsync();
        await guest.Room.Timer(Talk).TicksAsync();
        await guest.Room.Timer(Talk).PressAsync("Pause");
        foreach (var person in new[] { owner, ada, viewer })
        {
            await Expect(person.Room.Timer(Talk).Article.GetByText("paused by Guest 1")).ToBeVisibleAsync();
            await person.Room.Timer(Talk).IsAsync("paused");
        }

        await Expect(owner.Room.People).ToContainTextAsync(["owner (you)", "Ada", "Guest 1"]);
        await Expect(ada.Room.People).ToContainTextAsync(["owner", "Ada (you)", "Guest 1"]);
        foreach (var person in new[] { owner, ada, guest })
        {
            await person.Room.OpenActivityAsync();
            await Expect(person.Room.Activity.Nth(0)).ToContainTextAsync("Guest 1 paused “Talk”");
            await Expect(person.Room.Activity.Nth(1)).ToContainTextAsync("Ada started “Talk”");
        }
    }

    [Fact]
    public async Task A_screen_paired_by_its_code_follows_its_room_through_a_restart_of_the_server()
    {
        var server = await OwnServerAsync();
        var screen = await VisitorAsync(server, "screen");
        await screen.OpenAsync("/");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Show on this screen", Exact = true }).ClickAsync();
        var code = await screen.Page.GetByLabel("Code", new() { Exact = true }).InnerTextAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await owner.Room.PressAsync("Share");
        await owner.Room.Share.GetByText("Show on a screen", new() { Exact = true }).ClickAsync();
        await owner.Room.Share.GetByLabel("Code on the screen").FillAsync(code);
        await owner.Room.Share.GetByRole(AriaRole.Button, new() { Name = "Show this room there", Exact = true }).ClickAsync();
        await screen.Viewer.Timer(Talk).ShowsAsync("10:00");
        await screen.Viewer.IsLiveAsync();
        await owner.Room.Share.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();

        await server.KillAsync();
        await server.StartAsync();
        await owner.Room.IsLiveAsync();
        await owner.Room.Timer(Talk).PressAsync("Start");
        await screen.Viewer.Timer(Talk).IsAsync("running");
        await screen.OpenAsync("/show");
        await screen.Viewer.Timer(Talk).IsAsync("running");

        await owner.Room.RevokeAsync("sees every timer");
        await Expect(screen.Page.GetByLabel("Code", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_name_stays_with_the_device_and_looking_at_a_link_spends_nothing()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var link = await owner.Room.TakeControlLinkAsync();
        var ada = await VisitorAsync(server, "ada");
        await ada.OpenAsync(link.AbsoluteUri);
        await ada.OpenAsync(link.AbsoluteUri);
        Assert.Empty(await ada.Context.CookiesAsync([$"{server.Address}/join/"]) is var cookies ? cookies.Where(cookie => cookie.Name.Contains("device", StringComparison.Ordinal)) : []);

        await ada.JoinAsync(link, "Ada");
        await ada.OpenAsync(link.AbsoluteUri);
        await Expect(ada.Page.GetByLabel("Your name", new() { Exact = true })).ToHaveValueAsync("Ada");
    }

    [Fact]
    public async Task A_revoked_link_ends_all_pages_that_came_by_it_within_two_seconds_and_no_other()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var (link, other) = (await owner.Room.TakeControlLinkAsync(), await owner.Room.TakeControlLinkAsync());
        var stays = await (await VisitorAsync(server, "stays")).JoinAsync(other, "Stays");
        Person[] three = [await VisitorAsync(server, "one"), await VisitorAsync(server, "two"), await VisitorAsync(server, "three")];
        foreach (var person in three) await person.JoinAsync(link, person.Name);

        await owner.Room.RevokeAsync("drives every timer", "3 pages open now");

        foreach (var person in three) await Expect(person.Room.Heading(Ended)).ToBeVisibleAsync(WithinTwoSeconds);
        Assert.Equal(404, (await three[0].OpenAsync(link.AbsoluteUri)).Status);
        await stays.Room.Timer(Talk).PressAsync("Start");
        await stays.Room.Timer(Talk).IsAsync("running");
    }

    [Fact]
    public async Task A_removed_person_is_out_at_once_stays_out_and_can_be_let_in_again()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var link = await owner.Room.TakeControlLinkAsync();
        var ada = await (await VisitorAsync(server, "ada")).JoinAsync(link, "Ada");
        await Expect(owner.Room.People).ToHaveCountAsync(2);

        await owner.Room.DecideAsync("Ada", "Rename");
        var dialog = owner.Page.GetByRole(AriaRole.Dialog, new() { Name = "Rename person", Exact = true });
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(" ");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give it a name");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Lovelace");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
        await owner.Room.DecideAsync("Lovelace", "Make viewer");
        await Expect(ada.Room.Timer(Talk).Button("Start")).ToBeHiddenAsync();
        await owner.Room.DecideAsync("Lovelace", "Let drive");
        await Expect(ada.Room.Timer(Talk).Button("Start")).ToBeVisibleAsync();
        RoomScreen[] three = [ada.Room, await ada.OpenOnceMoreAsync(), await ada.OpenOnceMoreAsync()];
        foreach (var page in three) await page.IsLiveAsync();
        await owner.Room.DecideAsync("Lovelace", "Remove");
        foreach (var page in three) await Expect(page.Heading(Ended)).ToBeVisibleAsync(WithinTwoSeconds);

        await ada.OpenAsync(link.AbsoluteUri);
        await ada.Room.PressAsync("Join");
        await Expect(ada.Room.Heading("You are not in this room")).ToBeVisibleAsync();
        await owner.Room.PressAsync("Let in again");
        await ada.JoinAsync(link);
    }

    [Fact]
    public async Task A_passcode_is_asked_for_before_a_viewer_sees_anything()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var link = await owner.Room.TakeLinkAsync();
        var viewer = await ViewerAsync(server, link);
        Person[] three = [viewer, await ViewerAsync(server, link, "second"), await ViewerAsync(server, link, "third")];
        await owner.Room.AskForPasscodeAsync("sees every timer", "open sesame");
        foreach (var person in three) await Expect(person.Viewer.Ended).ToBeVisibleAsync(WithinTwoSeconds);

        await viewer.OpenAsync(link.AbsoluteUri);
        await Expect(viewer.Page.GetByText(Talk)).ToBeHiddenAsync();
        await viewer.Page.GetByLabel("Passcode", new() { Exact = true }).FillAsync("wrong");
        await viewer.Room.PressAsync("Open");
        await Expect(viewer.Viewer.Ended).ToBeVisibleAsync();
        await viewer.OpenAsync(link.AbsoluteUri);
        await viewer.Page.GetByLabel("Passcode", new() { Exact = true }).FillAsync("open sesame");
        await viewer.Room.PressAsync("Open");
        await viewer.Viewer.IsLiveAsync();
        await viewer.Viewer.Timer(Talk).ShowsAsync("10:00");
    }

    [Fact]
    public async Task A_locked_room_starts_and_pauses_and_is_unlocked_by_a_second_press()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [(Talk, "10:00")]);
        await owner.Room.OpenFromMenuAsync("Lock against slips");
        await Expect(owner.Room.Button("Add timer")).ToBeHiddenAsync();
        await Expect(owner.Room.Timer(Talk).Button("+1 min")).ToBeDisabledAsync();
        await owner.Room.Timer(Talk).PressAsync("Start");
        await owner.Room.Timer(Talk).PressAsync("Pause");

        await owner.Room.PressAsync("Unlock");
        await Expect(owner.Room.Timer(Talk).Button("+1 min")).ToBeDisabledAsync();
        await owner.Room.PressAsync("Press again to unlock");
        await Expect(owner.Room.Timer(Talk).Button("+1 min")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task What_someone_types_is_not_disturbed_by_what_others_do()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00"), ("Break", "5:00"), ("Panel", "7:00")]);
        var ada = await (await VisitorAsync(server, "ada")).JoinAsync(await owner.Room.TakeControlLinkAsync(), "Ada");
        await ada.Room.OpenAddFormAsync();
        await ada.Room.Title.PressSequentiallyAsync("Clos");

        await owner.Room.Timer("Panel").ChooseAsync("Move up");
        await owner.Room.Timer(Talk).PressAsync("Start");
        await owner.Room.Timer("Break").ChooseAsync("Delete");
        await Expect(ada.Room.Timer("Break").Article).ToBeHiddenAsync();
        await ada.Room.Timer(Talk).IsAsync("running");

        await Expect(ada.Room.Title).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("ing");
        await Expect(ada.Room.Title).ToHaveValueAsync("Closing");
    }

    [Fact]
    public async Task A_guest_takes_their_own_step_back_past_one_that_only_the_owner_may_take_back()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        var guest = await (await VisitorAsync(server, "guest")).JoinAsync(await owner.Room.TakeControlLinkAsync());
        await guest.Room.Timer(Talk).PressAsync("Start");
        await owner.Room.Timer(Talk).IsAsync("running");
        await owner.Room.OpenFromMenuAsync("Rename room");
        var dialog = owner.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Foyer");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
        await Expect(guest.Room.Heading("Foyer")).ToBeVisibleAsync();

        await guest.Room.PressAsync("Undo");
        await Expect(guest.Page.Locator(".notice[data-error]")).ToBeVisibleAsync();
        await guest.Room.PressAsync("Undo");

        await owner.Room.Timer(Talk).IsAsync("idle");
        await Expect(guest.Room.Heading("Foyer")).ToBeVisibleAsync();
    }
}
