using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Shared;

namespace TimerRooms.Tests.Web.Shared;

public sealed class ActButtonTests : IDisposable
{
    private readonly BunitContext page = new();

    public ActButtonTests() => page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public async Task It_says_that_it_is_done_when_the_act_is_done()
    {
        var act = new TaskCompletionSource();
        var button = Show(() => act.Task);
        var before = Done(button);

        var click = button.ActAsync(page => page.Get("button", "Start").ClickAsync());
        Assert.Equal(before, Done(button));

        act.SetResult();
        await click;
        Assert.NotEqual(before, Done(button));
    }

    [Fact]
    public async Task It_says_so_too_when_the_act_failed()
    {
        var button = Show(() => Task.FromException(new InvalidOperationException("no")));
        var before = Done(button);

        await Assert.ThrowsAsync<InvalidOperationException>(() => button.ActAsync(page => page.Get("button", "Start").ClickAsync()));

        Assert.NotEqual(before, Done(button));
    }

    [Fact]
    public void It_is_dead_until_the_page_is_live_and_while_it_may_do_nothing()
    {
        Assert.False(Show().Get("button", "Start").HasAttribute("disabled"));
        Assert.True(Show(disabled: true).Get("button", "Start").HasAttribute("disabled"));

        page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        Assert.True(Show().Get("button", "Start").HasAttribute("disabled"));
    }

    [Fact]
    public void It_submits_no_form() => Assert.Equal("button", Show().Get("button", "Start").GetAttribute("type"));

    public void Dispose() => page.Dispose();

    private IRenderedComponent<ActButton> Show(Func<Task>? act = null, bool disabled = false) => page.Render<ActButton>(parameters => parameters
        .Add(button => button.OnAct, act ?? (() => Task.CompletedTask)).Add(button => button.Disabled, disabled).AddChildContent("Start"));

    private static string? Done(IRenderedComponent<ActButton> button) => button.Get("button", "Start").GetAttribute("data-done");
}
