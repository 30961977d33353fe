using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Clock;

namespace TimerRooms.Tests.Web.Clock;

public sealed class LiveSignalTests : IDisposable
{
    private readonly BunitContext page = new();

    public LiveSignalTests()
    {
        page.Services.AddSingleton<TimeProvider>(new StillClock());
        page.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_prerendered_page_gives_no_sign_of_life()
    {
        page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Assert.Empty(page.Render<LiveSignal>().FindAll("live-signal"));
    }

    [Fact]
    public void A_live_page_signals_once_and_is_handed_the_servers_clock()
    {
        page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var signal = page.Render<LiveSignal>();
        signal.Render();

        Assert.Single(signal.FindAll("live-signal"));
        var call = Assert.Single(page.JSInterop.Invocations, call => call.Identifier == "timerRooms.measureBy");
        var sample = Assert.IsType<DotNetObjectReference<ClockSample>>(call.Arguments[0]);
        Assert.Equal(StillClock.Noon.ToUnixTimeMilliseconds(), sample.Value.Now());
    }

    public void Dispose() => page.Dispose();
}
