using Bunit;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class ControlBannerTests : IDisposable
{
    private static readonly Actor Ada = new("ada", "Ada") { PersonId = "ada" };
    private static readonly Holder Bea = new("bea", "Bea");

    private readonly BunitContext page = new();
    private readonly List<RoomCommand> sent = [];

    public ControlBannerTests() => page.SetRendererInfo(new("Server", isInteractive: true));

    [Fact]
    public async Task The_owner_can_take_control_from_another_also_while_the_room_is_locked()
    {
        var banner = Show(RoomRole.Owner, drives: false, isLocked: true, holder: Bea);

        Assert.Equal(["Take control"], banner.Names("button"));
        await banner.Get("button", "Take control").ClickAsync();

        Assert.Equal(new TakeControl(), Assert.Single(sent));
    }

    [Fact]
    public void Others_have_to_wait_until_it_is_passed_on() =>
        Assert.True(Show(RoomRole.Controller, drives: false, isLocked: false, holder: Bea).Get("button", "Take control").HasAttribute("disabled"));

    [Fact]
    public async Task Unlocking_takes_two_presses()
    {
        var banner = Show(RoomRole.Owner, drives: true, isLocked: true, holder: null);

        await banner.Get("button", "Unlock").ClickAsync();
        Assert.Empty(sent);
        await banner.Get("button", "Press again to unlock").ClickAsync();

        Assert.Equal(new UnlockRoom(), Assert.Single(sent));
    }

    [Fact]
    public void Whoever_looks_on_is_told_so_and_nothing_else()
    {
        var banner = Show(RoomRole.Viewer, drives: false, isLocked: true, holder: Bea);

        Assert.Equal("You look on here, and can change nothing.", Assert.Single(banner.FindAll(".control-banner")).TextContent);
        Assert.Empty(banner.Names("button"));
    }

    public void Dispose() => page.Dispose();

    private IRenderedComponent<ControlBanner> Show(RoomRole role, bool drives, bool isLocked, Holder? holder)
    {
        var room = new Room(Guid.CreateVersion7(), "ada", "Main hall") { Policy = ControlPolicy.OneAtATime, IsLocked = isLocked, Holder = holder };
        return page.Render<ControlBanner>(parameters => parameters
            .Add(banner => banner.Room, room).Add(banner => banner.Me, Ada).Add(banner => banner.Rights, new Rights(role, drives, isLocked, null)).Add(banner => banner.OnCommand, sent.Add));
    }
}
