using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>What is done on a control page while it is not live ends as the page says.</summary>
public sealed class WhileNotLiveTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task What_needs_no_server_is_done_and_what_does_is_refused_and_looks_as_it_did()
    {
        const string people = "People and the clock";
        var server = await Shared;
        var link = Link(server, roundTrip: 1);
        var room = (await OwnerOfRoomAsync(server, [("Talk", "10:00")])).Page.Url;
        var owner = await OwnerAsync(server, through: link);
        await owner.OpenAsync(new Uri(room).AbsolutePath);
        await owner.Room.IsLiveAsync();
        await owner.Room.OpenFromMenuAsync(people);
        var dialog = owner.Page.GetByRole(AriaRole.Dialog, new() { Name = people, Exact = true });
        await Expect(dialog).ToBeVisibleAsync();

        link.Refuses = true;
        link.Cut();
        await owner.Viewer.IsNotLiveAsync();
        var holds = dialog.GetByLabel("Hold when people leave");
        await holds.ClickAsync();
        await Expect(holds).Not.ToBeCheckedAsync();
        await Expect(owner.Room.Refusal).ToContainTextAsync("was not done");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await owner.Page.GetByText("This screen", new() { Exact = true }).ClickAsync();
        await owner.Room.PressAsync("Sound on here");
        await Expect(owner.Room.Button("Sound off here")).ToBeVisibleAsync();

        link.Refuses = false;
        await owner.Room.IsLiveAsync();
        await owner.Room.OpenFromMenuAsync(people);
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(holds).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_choice_in_a_form_is_the_one_that_is_saved_after_the_server_was_killed()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")]);
        await OpenFormAsync(owner);
        var kind = owner.Room.Share.GetByLabel("What it is for");
        await owner.Room.Share.GetByLabel("Name of the link").FillAsync("Crew");
        await kind.SelectOptionAsync("control");

        await server.KillAsync();
        await owner.Viewer.IsNotLiveAsync();
        await server.StartAsync();
        await owner.Room.IsLiveAsync();
        await OpenFormAsync(owner);
        await Expect(kind).ToHaveValueAsync("control");
        await owner.Room.Share.GetByRole(AriaRole.Button, new() { Name = "Make link", Exact = true }).ClickAsync();

        await Expect(owner.Room.Share.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Crew" })).ToContainTextAsync("drives every timer");
    }

    [Fact]
    public async Task A_form_that_the_browser_does_not_send_leaves_no_button_busy()
    {
        var owner = await OwnerOfRoomAsync(await Shared, []);
        await OpenFormAsync(owner);
        var make = owner.Room.Share.GetByRole(AriaRole.Button, new() { Name = "Make link", Exact = true });

        await make.ClickAsync();

        await Expect(owner.Room.Share.GetByLabel("Name of the link")).ToBeFocusedAsync();  // the browser asks for it
        await Expect(make).Not.ToHaveAttributeAsync("data-busy", "");
    }

    [Fact]
    public async Task A_passcode_that_is_being_typed_stays_while_the_page_reads_itself_again()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")]);
        var link = await owner.Room.TakeLinkAsync();
        var viewer = await ViewerAsync(server, link);
        await owner.Room.AskForPasscodeAsync("sees every timer", "open sesame");
        await Expect(viewer.Viewer.Ended).ToBeVisibleAsync();
        await viewer.OpenAsync(link.AbsoluteUri);
        var passcode = viewer.Page.GetByLabel("Passcode", new() { Exact = true });
        await passcode.FillAsync("open se");
        await viewer.Page.EvaluateAsync("document.querySelector('.page').isFirst = true");

        await viewer.Page.EvaluateAsync("window.dispatchEvent(new Event('online'))");  // looks at once
        await viewer.Page.WaitForFunctionAsync("() => !document.querySelector('.page').isFirst");

        await Expect(passcode).ToHaveValueAsync("open se");
        await Expect(passcode).ToBeFocusedAsync();
    }

    private static async Task OpenFormAsync(Person owner)
    {
        await owner.Room.PressAsync("Share");
        await owner.Room.Share.GetByText("Another link", new() { Exact = true }).ClickAsync();
    }
}
