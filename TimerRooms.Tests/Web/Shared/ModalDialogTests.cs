using Bunit;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Shared;

namespace TimerRooms.Tests.Web.Shared;

public sealed class ModalDialogTests : IDisposable
{
    private readonly BunitContext page = new();
    private int closed;

    [Fact]
    public void A_dialog_is_named_by_its_title_and_can_be_closed()
    {
        var dialog = Show();

        Assert.Equal("Hello", dialog.Get("dialog", "Share").QuerySelector("p")!.TextContent);
        Assert.True(dialog.Get("button", "Close").HasAttribute("data-close"));
    }

    [Fact]
    public async Task That_the_browser_closed_it_is_told()
    {
        await Show().Get("dialog", "Share").TriggerEventAsync("onclose", EventArgs.Empty);

        Assert.Equal(1, closed);
    }

    [Fact]
    public void Two_dialogs_do_not_share_their_title() =>
        Assert.NotEqual(Show().Find("h2").Id, Show().Find("h2").Id);

    public void Dispose() => page.Dispose();

    private IRenderedComponent<ModalDialog> Show() => page.Render<ModalDialog>(parameters => parameters
        .Add(dialog => dialog.Title, "Share").Add(dialog => dialog.OnClose, () => closed++).AddChildContent("<p>Hello</p>"));
}
