using System.Text.RegularExpressions;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed partial class GuestRoomTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task A_visitor_starts_a_team_room_and_drives_it_with_whoever_has_the_control_link()
    {
        var server = await Shared;
        var maker = await VisitorAsync(server, "maker");
        await maker.OpenAsync("/");
        await maker.Room.PressAsync("Start a team room");
        await Expect(maker.Page).ToHaveURLAsync(JoinedAddress());
        await Expect(maker.Page.GetByText("This is a temporary room. It goes 5 minutes after everyone has left.")).ToBeVisibleAsync();
        await maker.Room.AddAsync("Pairing", "10:00");
        await maker.Room.Timer("Pairing").PressAsync("Start");

        var guest = await VisitorAsync(server, "guest");
        await guest.OpenAsync((await maker.Room.TakeControlLinkAsync()).AbsoluteUri);
        await guest.Room.PressAsync("Join");
        await guest.Room.Timer("Pairing").IsAsync("running");
        await Expect(guest.Room.Button("Keep for 24 hours")).ToHaveCountAsync(0);
        await guest.Room.Timer("Pairing").PressAsync("Pause");

        await maker.Room.Timer("Pairing").IsAsync("paused");
        Assert.Empty(maker.Faults.Concat(guest.Faults));
    }

    [Fact]
    public async Task Signed_in_the_same_browser_saves_the_room_it_started()
    {
        var server = await Shared;
        var person = await VisitorAsync(server);
        await person.OpenAsync("/");
        await person.Page.GetByLabel("Start with", new() { Exact = true }).SelectOptionAsync("focus session");
        await person.Room.PressAsync("Start a team room");
        await Expect(person.Page).ToHaveURLAsync(JoinedAddress());
        var room = person.Page.Url;
        await Expect(person.Room.Timer("Long break").Article).ToBeVisibleAsync();

        await person.OpenAsync("/signin");
        await person.Account.SignInAsync(AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(person.Page).ToHaveURLAsync($"{server.Address}/rooms");
        await person.OpenAsync(room);
        await person.Room.PressAsync("Save to my rooms");
        await Expect(person.Room.Button("Save to my rooms")).ToHaveCountAsync(0);
        await person.OpenAsync("/rooms");
        await Expect(person.Rooms.Room("Team room")).ToBeVisibleAsync();
    }

    [GeneratedRegex("/join/[0-9a-f-]{36}$")]
    private static partial Regex JoinedAddress();
}
