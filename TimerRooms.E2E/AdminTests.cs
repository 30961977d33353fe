using System.Text.RegularExpressions;
using TimerRooms.E2E.Screens;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed partial class AdminTests(Site site) : StageTests(site)
{
    private const string Password = "seven loud geese";

    [Fact]
    public async Task An_invited_person_signs_up_in_a_browser_of_their_own_and_makes_a_room()
    {
        var server = await Shared;
        var (owner, ada) = (await OwnerAsync(server), await VisitorAsync(server, "ada"));
        await owner.OpenAsync("/account");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
        var link = await owner.Admin.InviteAsync("ada@example.org");

        await ada.OpenAsync(link);
        await ada.Admin.SignUpAsync("ada@example.org", Password);
        await Expect(ada.Page).ToHaveURLAsync($"{server.Address}/rooms");
        await ada.Rooms.CreateAsync("Ada's room");
        Assert.Equal(404, (await ada.OpenAsync(link)).Status);
        Assert.Equal(404, (await ada.OpenAsync("/admin")).Status);

        await owner.OpenAsync("/admin");
        await Expect(owner.Admin.Account("ada@example.org")).ToContainTextAsync("1 room");
    }

    [Fact]
    public async Task Disabling_somebody_ends_their_open_pages_within_two_seconds_and_they_cannot_sign_in_again()
    {
        var server = await Shared;
        var (owner, bob) = (await OwnerAsync(server), await VisitorAsync(server, "bob"));
        await owner.OpenAsync("/admin");
        await bob.OpenAsync(await owner.Admin.InviteAsync("Bob"));
        await bob.Admin.SignUpAsync("bob@example.org", Password);
        await bob.Rooms.CreateAsync("Bob's room");
        await bob.Room.IsLiveAsync();
        RoomScreen[] three = [bob.Room, await bob.OpenOnceMoreAsync(), await bob.OpenOnceMoreAsync("/rooms")];
        foreach (var page in three) await page.IsLiveAsync();

        await owner.OpenAsync("/admin");
        await owner.Admin.PressAsync("Disable", "bob@example.org");
        foreach (var page in bob.Context.Pages) await Expect(page).ToHaveURLAsync(SignInPage(), new() { Timeout = 2_000 });
        await bob.Account.SignInAsync("bob@example.org", Password);
        await Expect(bob.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not go together");
    }

    [GeneratedRegex("/signin")]
    private static partial Regex SignInPage();
}
