using TimerRooms.E2E.Screens;

namespace TimerRooms.E2E.Testing;

/// <summary>A walk past everything the app can show, one sight after the other.</summary>
public sealed class Tour(AppServer server, Person person)
{
    /// <summary>Starts on a server without an owner and makes one. Each sight stays until the next is asked for.</summary>
    public async IAsyncEnumerable<string> SightsAsync()
    {
        await person.OpenAsync("/setup");
        yield return "setup";
        await person.Account.SetUpAsync(await server.SetupCodeAsync(), AppServer.OwnerEmail, AppServer.OwnerPassword);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "New room" }).WaitForAsync();
        await person.Room.IsLiveAsync();
        yield return "rooms-empty";

        await person.Rooms.CreateAsync("An empty room");
        yield return "room-empty";
        var link = await person.Room.TakeLinkAsync();
        await person.OpenAsync(link.AbsoluteUri);
        await person.Viewer.IsLiveAsync();
        yield return "viewer-empty";

        var mixed = Seed.MixedRoom("Main hall", 9);
        await person.Page.GotoAsync("about:blank");  // or the page would tell that its server is down
        await server.PlantAsync(mixed);
        await foreach (var sight in RoomAsync(mixed.Id, mixed.Timers[0].Title)) yield return sight;
        await person.OpenAsync($"/v/{mixed.ViewLink!.Token}");
        await person.Viewer.IsLiveAsync();
        yield return "viewer";
        await person.Page.GetByText("This screen", new() { Exact = true }).ClickAsync();
        yield return "viewer-screen";
        await person.OpenAsync($"/basic/{mixed.Id}");
        yield return "basic";
        await person.Room.Timer(mixed.Timers[0].Title).PressAsync("+1 min");
        await person.Room.Notice.WaitForAsync();
        yield return "basic-done";
        await foreach (var sight in PeopleAsync()) yield return sight;
        await foreach (var sight in PlainAsync()) yield return sight;
    }

    private async IAsyncEnumerable<string> RoomAsync(Guid id, string timer)
    {
        await person.OpenAsync("/rooms");
        await person.Room.IsLiveAsync();
        yield return "rooms";
        await person.OpenAsync($"/rooms/{id}");
        await person.Room.IsLiveAsync();
        yield return "room";
        await person.Page.Keyboard.PressAsync("?");
        await person.Room.Keyboard.WaitForAsync();
        yield return "room-keyboard";
        await person.Page.Keyboard.PressAsync("Escape");
        var screens = new ScreenTable(person.Page);
        await screens.OpenAsync();
        await screens.SaysAsync("owner", "muted");
        yield return "room-screens";
        await person.Room.PressAsync("Screens");
        await person.Room.PressAsync("More for the room");
        await person.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sound", Exact = true }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        yield return "room-sound";
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await person.Room.OpenAddFormAsync();
        yield return "room-add";
        await person.Room.Timer(timer).OpenMenuAsync();
        await person.Page.GetByRole(AriaRole.Menu).WaitForAsync();
        yield return "room-menu";
        await person.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Edit" }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        yield return "room-edit";
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await person.Room.PressAsync("Share");
        await person.Room.ReadLinkAsync();
        yield return "room-share";
    }

    private async IAsyncEnumerable<string> PeopleAsync()
    {
        await person.OpenAsync("/admin");
        yield return "people";
        var link = await person.Admin.InviteAsync("Ada");
        yield return "people-link";
        await person.OpenAsync(link);
        yield return "invitation";
        await person.OpenAsync("/invite/unknown");
        yield return "invitation-gone";
    }

    private async IAsyncEnumerable<string> PlainAsync()
    {
        await person.OpenAsync("/account");
        yield return "account";
        await person.Account.PressAsync("Sign out");
        await person.Account.Field("Password").WaitForAsync();
        yield return "signin";
        foreach (var (path, sight) in new[] { ("/", "landing"), ("/reset?account=nobody&token=none", "reset"), ("/v/unknown", "link-ended"), ("/nowhere", "not-found") })
        {
            await person.OpenAsync(path);
            yield return sight;
        }
    }
}
