using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>What a page makes of what the server says about its time, <c>wwwroot/clock/server-clock.js</c>.</summary>
public sealed class PageTimeTests(Site site) : StageTests(site)
{
    // by how much the page's time goes on while the server says, at that moment, that it is so much off
    private const string Tell = """
        async ([by, process]) => {
          const clock = await import('/clock/server-clock.js');
          const say = (now, process) => { const at = performance.now(); clock.addSample('test', at, at, { now, wall: 0, process }); };
          const noon = Date.UTC(2026, 2, 1, 12);
          say(noon, 1);
          const before = clock.now();
          say(before + by, process);
          return clock.now() - before;
        }
        """;

    [Theory]
    [InlineData(-200, 1, 0)]
    [InlineData(-200, 2, 0)]
    [InlineData(-1000, 1, 0)]
    [InlineData(-1000, 2, -1000)]
    [InlineData(-2000, 1, -2000)]
    [InlineData(200, 1, 200)]
    [InlineData(200, 2, 200)]
    public async Task It_goes_back_only_far_or_with_another_clock_of_the_server(int said, int process, int moved)
    {
        var visitor = await VisitorAsync(await Shared);
        await visitor.OpenAsync("/signin");
        Assert.InRange(await visitor.Page.EvaluateAsync<double>(Tell, new object[] { said, process }), moved, moved + 50);
    }
}
