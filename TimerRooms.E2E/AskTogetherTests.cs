using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class AskTogetherTests(Site site) : StageTests(site)
{
    // when a page plans to ask for the time next (sampling.js); a display of the time of day plans for the same seconds now and then
    private const string NotePlans = """
        window.plans = [];
        const later = window.setTimeout;
        window.setTimeout = (act, delay, ...rest) => {
          if (String(act).includes("ask('beat')")) plans.push(trueNow() + delay);
          return later(act, delay, ...rest);
        };
        """;

    [Fact]
    public async Task Pages_that_came_at_any_moment_ask_for_the_time_at_the_same_moments()
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")]);
        var link = await owner.Room.TakeLinkAsync();
        List<double> moments = [];
        foreach (var name in new[] { "one", "two", "three" })
        {
            var viewer = await VisitorAsync(server, name);
            await viewer.Context.AddInitScriptAsync(NotePlans);
            await viewer.OpenAsync(link.AbsoluteUri);
            await viewer.Viewer.IsLiveAsync();
            // the first is planned before the clock is right
            await viewer.Page.WaitForFunctionAsync("() => window.plans.length >= 2");
            moments.Add(await viewer.Page.EvaluateAsync<double>("plans[1]"));
        }

        Assert.All(moments, moment => Assert.InRange(Math.Abs(Math.IEEERemainder(moment, 850)), 0, 50));
    }
}
