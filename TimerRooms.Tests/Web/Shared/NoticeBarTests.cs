using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Shared;

namespace TimerRooms.Tests.Web.Shared;

public sealed class NoticeBarTests : IDisposable
{
    private readonly BunitContext page = new();
    private int acts, dismissals;

    public NoticeBarTests() => page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public void The_bar_is_there_before_there_is_anything_to_tell()
    {
        var bar = Show(null);

        Assert.Empty(bar.Get("status", "Notice").Children);
        Assert.Equal("polite", bar.Get("status", "Notice").GetAttribute("aria-live"));
    }

    [Fact]
    public void News_are_told_politely_and_pass_by_themselves()
    {
        var bar = Show(new Notice("Copied."));

        Assert.Equal("Copied.", bar.Find("span").TextContent);
        Assert.Equal("polite", bar.Get("status", "Notice").GetAttribute("aria-live"));
        Assert.True(Passes(bar));
        Assert.Equal(["Dismiss"], bar.Names("button"));
    }

    [Fact]
    public void Refusals_are_told_at_once_and_stay()
    {
        var bar = Show(new Notice("That could not be saved.", isError: true));

        Assert.Equal("assertive", bar.Get("status", "Notice").GetAttribute("aria-live"));
        Assert.False(Passes(bar));
    }

    [Fact]
    public async Task What_asks_something_stays_and_is_answered_once()
    {
        var bar = Show(new Notice("Deleted.", actionText: "Undo", action: EventCallback.Factory.Create(this, () => acts++)));
        Assert.False(Passes(bar));

        await bar.ActAsync(page => page.Get("button", "Undo").ClickAsync());
        await bar.ActAsync(page => page.Get("button", "Undo").ClickAsync());

        Assert.Equal(1, acts);
    }

    [Fact]
    public async Task Dismissing_is_told_to_the_page()
    {
        await Show(new Notice("Copied.")).Get("button", "Dismiss").ClickAsync();

        Assert.Equal(1, dismissals);
    }

    [Fact]
    public void The_same_words_told_again_are_another_notice() => Assert.NotEqual(new Notice("Copied."), new Notice("Copied."));

    public void Dispose() => page.Dispose();

    private IRenderedComponent<NoticeBar> Show(Notice? notice) =>
        page.Render<NoticeBar>(parameters => parameters.Add(bar => bar.Notice, notice).Add(bar => bar.OnDismiss, () => dismissals++));

    private static bool Passes(IRenderedComponent<NoticeBar> bar) => bar.Find(".notice").HasAttribute("data-passing");
}
