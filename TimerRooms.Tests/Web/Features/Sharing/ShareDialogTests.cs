using Bunit;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;
using TimerRooms.Web.Features.Sharing;

namespace TimerRooms.Tests.Web.Features.Sharing;

public sealed class ShareDialogTests
{
    [Fact]
    public async Task The_first_opening_makes_the_link_and_later_ones_show_the_same()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var control = desk.Show(room);
        Assert.Empty(room.Current.Links);

        await control.ActAsync(page => page.Get("button", "Share").ClickAsync());
        control.WaitForAssertion(() => Assert.Equal(LinkOf(room), Shown(control)));
        var first = LinkOf(room);
        await control.ActAsync(page => page.Get("dialog", "Share").TriggerEventAsync("onclose", EventArgs.Empty));
        Assert.Empty(control.All("dialog"));

        await control.ActAsync(page => page.Get("button", "Share").ClickAsync());
        Assert.Equal(first, Shown(control));
        Assert.Same(room, desk.Rooms.FindViewer(room.Current.ViewLink!.Token!)?.Room);
    }

    [Fact]
    public async Task The_link_is_read_only_copied_opened_and_scanned()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var control = await ShareAsync(desk, room);

        var share = control.Get("dialog", "Share");
        Assert.True(share.Get("field", "Viewer link").HasAttribute("readonly"));
        Assert.Equal(share.Get("field", "Viewer link").Id, share.Get("button", "Copy").GetAttribute("data-copy"));
        Assert.Equal(LinkOf(room), share.Get("link", "Open viewer").GetAttribute("href"));
        Assert.NotEmpty(share.Get("img", "QR code of the link").QuerySelector(".qr-ink")!.GetAttribute("d")!);
    }

    [Fact]
    public async Task Replacing_the_link_ends_the_old_one()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var control = await ShareAsync(desk, room);
        var (old, oldCode) = (room.Current.ViewLink!.Token!, Code(control));

        await control.ActAsync(page => page.Get("button", "Replace link").ClickAsync());

        Assert.Null(desk.Rooms.FindByToken(old));
        Assert.Equal(LinkOf(room), Shown(control));
        Assert.DoesNotContain(old, control.Markup);
        Assert.NotEqual(oldCode, Code(control));
    }

    [Fact]
    public async Task A_link_replaced_elsewhere_is_shown_at_once()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var control = await ShareAsync(desk, room);
        await OwnersDesk.DoAsync(room, new AddLink(Guid.CreateVersion7(), LinkScope.View, "Other", Tokens.New()));

        await OwnersDesk.DoAsync(room, new RevokeLink(room.Current.ViewLink!.Id, "Viewer link"));

        control.WaitForAssertion(() => Assert.Equal(LinkOf(room), Shown(control)));
    }

    [Fact]
    public async Task An_address_of_this_computer_alone_comes_with_a_hint()
    {
        await using var desk = await OwnersDesk.OpenAsync();

        var control = await ShareAsync(desk, await desk.MakeAsync("Main hall"));

        Assert.Contains("TimerRooms__PublicUrl", control.Get("dialog", "Share").TextContent);
    }

    [Fact]
    public async Task The_public_address_is_what_the_link_says()
    {
        await using var desk = await OwnersDesk.OpenAsync(new Uri("https://timers.example/"));
        var room = await desk.MakeAsync("Main hall");

        var control = await ShareAsync(desk, room);

        Assert.Equal($"https://timers.example/v/{room.Current.ViewLink?.Token}", Shown(control));
        Assert.DoesNotContain("TimerRooms__PublicUrl", control.Get("dialog", "Share").TextContent);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_dialog_and_no_link_is_shown()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");

        var dialog = desk.Page.Render<ShareDialog>(parameters => parameters.Add(share => share.Live, room).Add(share => share.Me, TestRooms.Owner)
            .Add(share => share.OnCommand, _ => Task.FromResult<Refusal?>(new(RefusalKind.NotSaved, "Not saved."))));

        Assert.Equal("Not saved.", dialog.Find("[role=alert]").TextContent);
        Assert.DoesNotContain("Viewer link", dialog.Names("field"));
    }

    [Theory]
    [InlineData(LinkScope.Control, null, "Whoever has this link drives the timers with you.")]
    [InlineData(LinkScope.Control, "Ada", "Whoever opens it is Ada, on every device.")]
    [InlineData(LinkScope.ControlOne, null, "Whoever has this link runs this one timer.")]
    [InlineData(LinkScope.ControlOne, "Ada", "Whoever opens it is Ada, on every device.")]
    public async Task A_new_link_says_what_it_gives_to_whom(LinkScope scope, string? person, string says)
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var room = await desk.MakeAsync("Main hall");
        var timer = Guid.CreateVersion7();
        await OwnersDesk.DoAsync(room, new AddTimer(timer, "Talk", TimeSpan.FromMinutes(10)));
        var control = await ShareAsync(desk, room);

        await control.ActAsync(page => page.FindComponent<NewLinkForm>().Instance.OnMake(new(scope, person ?? "Stage", scope == LinkScope.ControlOne ? timer : null, person)));

        control.WaitForAssertion(() => Assert.Contains(says, control.Get("dialog", "Share").TextContent, StringComparison.Ordinal));
    }

    private static async Task<IRenderedComponent<RoomControl>> ShareAsync(OwnersDesk desk, LiveRoom room)
    {
        var control = desk.Show(room);
        await control.ActAsync(page => page.Get("button", "Share").ClickAsync());
        control.WaitForElement("#viewer-link");
        return control;
    }

    private static string LinkOf(LiveRoom room) => $"http://localhost/v/{room.Current.ViewLink?.Token}";

    private static string? Shown(IRenderedComponent<RoomControl> control) => control.Get("dialog", "Share").Get("field", "Viewer link").GetAttribute("value");

    private static string? Code(IRenderedComponent<RoomControl> control) => control.Find(".qr-ink").GetAttribute("d");
}
