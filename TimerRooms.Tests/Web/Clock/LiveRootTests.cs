using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using TimerRooms.Core.Time;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Clock;

public sealed class LiveRootTests : IDisposable
{
    private readonly BunitContext page = new();

    public LiveRootTests()
    {
        page.Services.AddSingleton(new ServerClock(new ManualTime(Noon), () => TimeSpan.Zero));
        page.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<ServerClock>()).AddScoped<Promptness>().AddSingleton<Lull>().AddScoped<Connection>().AddHttpContextAccessor();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_prerendered_page_gives_no_sign_of_life()
    {
        page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Assert.Empty(page.Render<Root>().FindAll("live-signal"));
    }

    [Fact]
    public void A_live_page_signals_once_and_is_handed_the_servers_clock()
    {
        page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var signal = page.Render<Root>();
        signal.Render();

        Assert.Single(signal.FindAll("live-signal"));
        var call = Assert.Single(page.JSInterop.Invocations, call => call.Identifier == "timerRooms.measureBy");
        var sample = Assert.IsType<DotNetObjectReference<ClockSample>>(call.Arguments[0]);
        Assert.Equal($"{Noon.ToUnixTimeMilliseconds()} 0", sample.Value.Now(""));
    }

    [Fact]
    public void A_page_is_told_how_far_the_hosts_wall_clock_was_set()
    {
        var host = new ManualTime(Noon);
        var clock = new ServerClock(host, () => host.Uptime);

        host.Step(TimeSpan.FromHours(1));
        clock.FindStep();

        Assert.Equal($"{Noon.ToUnixTimeMilliseconds()} {TimeSpan.FromHours(1).TotalMilliseconds}", new ClockSample(clock, new Promptness(clock), _ => { }).Now(""));
    }

    [Fact]
    public void A_page_that_has_found_nothing_yet_is_not_live()
    {
        page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var root = page.Render<Root>(parameters => parameters.Add(root => root.HasFound, false));
        Assert.Empty(page.JSInterop.Invocations);

        root.Render(parameters => parameters.Add(root => root.HasFound, true));
        Assert.Single(page.JSInterop.Invocations, call => call.Identifier == "timerRooms.measureBy");
    }

    public void Dispose() => page.Dispose();

    private sealed class Root : LiveRoot
    {
        [Parameter] public bool HasFound { get; set; } = true;

        protected override bool IsReady => HasFound;

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Signal);
    }
}
