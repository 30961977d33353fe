using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class TemporaryBannerTests
{
    private const string Text = "This is a temporary room. It goes 5 minutes after everyone has left.";

    [Fact]
    public async Task Whoever_started_it_reads_how_it_goes_and_keeps_it()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        SitAt(desk, "laptop");
        var room = await StartAsync(desk);
        var control = desk.Show(room);
        Assert.Equal(Text, Banner(control));
        Assert.DoesNotContain("Save to my rooms", control.Names("button"));
        Assert.Contains("Press Share for a link to hand on", control.Find(".empty").TextContent, StringComparison.Ordinal);

        await control.ActAsync(page => page.Get("button", "Keep for 24 hours").ClickAsync());

        Assert.Equal(Noon.AddHours(24), room.Current.Temporary?.KeepUntil);
        control.WaitForAssertion(() => Assert.Equal($"{Text} It was kept at 12:00 for 24 hours from then.", Banner(control)));
    }

    [Fact]
    public async Task Signed_in_they_save_it_and_the_banner_is_gone()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        SitAt(desk, "laptop", account: "owner");
        var room = await StartAsync(desk);
        var control = desk.Show(room);

        await control.ActAsync(page => page.Get("button", "Save to my rooms").ClickAsync());

        Assert.Same(room, Assert.Single(desk.Rooms.OwnedBy("owner")));
        control.WaitForAssertion(() => Assert.Empty(control.FindAll(".temporary")));
        Assert.Contains("The room is among your rooms now, and stays.", control.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_came_by_a_link_reads_it_and_can_keep_nothing()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await StartAsync(desk);
        var guests = desk.Page.Services.GetRequiredService<Guests>();
        var link = new AddLink(Guid.CreateVersion7(), LinkScope.Control, "Control link", Tokens.New());
        Assert.Null(await room.ExecuteAsync(link, guests.ActorIn(room.Current, Laptop)));
        await guests.LetInAsync(room.Current.Id, room.Current.Link(link.LinkId)!, "phone");
        SitAt(desk, "phone");

        var control = desk.Show(room);

        Assert.Equal(Text, Banner(control));
        Assert.Empty(control.FindAll(".temporary button"));
    }

    [Fact]
    public async Task A_room_that_stays_says_nothing_of_it()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        Assert.Empty(desk.Show(await desk.MakeAsync("Main hall")).FindAll(".temporary"));
    }

    private static void SitAt(OwnersDesk desk, string device, string? account = null) =>
        desk.SignIn.SetAuthorized(account ?? device).SetClaims([new Claim("device", device), .. account is null ? [] : new[] { new Claim(ClaimTypes.NameIdentifier, account) }]);

    private static async Task<LiveRoom> StartAsync(OwnersDesk desk)
    {
        var (id, _) = await desk.Rooms.StartTemporaryAsync(Laptop, "10.0.0.1", RoomTemplate.Blank);
        return desk.Rooms.Find(id!.Value, Laptop)!.Value.Room;
    }

    private static string Banner(IRenderedComponent<RoomControl> control) =>
        string.Join(' ', control.Find(".temporary > span").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
