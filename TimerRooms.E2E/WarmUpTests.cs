using System.Text.RegularExpressions;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed partial class WarmUpTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task A_server_that_has_started_visits_a_page_of_its_own_and_nobody_seems_to_have_been_there()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")]);
        await owner.Room.TakeLinkAsync();
        var room = owner.Page.Url;
        await owner.Page.GotoAsync("about:blank");  // with a page open the server has better things to do
        await server.KillAsync();

        await server.StartAsync();
        await server.Log.FindAsync(AllVisits());

        Assert.Equal(0, server.Log.Count(" WRN "));
        await owner.Page.GotoAsync(room);
        await Expect(owner.Room.Viewers).ToHaveTextAsync("0 viewers");
        await owner.Room.PressAsync("Share");
        await Expect(owner.Room.Share.GetByRole(AriaRole.List, new() { Name = "Links" })).ToContainTextAsync("not used yet");
    }

    [GeneratedRegex("Warmed up by 150 visits")]
    private static partial Regex AllVisits();
}
