using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class QuietTests(Site site) : StageTests(site)
{
    [Fact]
    public Task While_nothing_changes_nothing_is_rendered() => WatchAsync(TimeSpan.FromSeconds(15));

    [Fact, Trait("Category", "Long")]
    public Task For_a_minute_in_which_nothing_changes_nothing_is_rendered() => WatchAsync(TimeSpan.FromSeconds(60));

    [Fact]
    public async Task A_page_that_is_looked_at_draws_every_change_and_acknowledges_several_at_once()
    {
        const int changes = 20;
        var owner = await OwnerOfRoomAsync(await Shared, [("Talk", "10:00")]);
        var viewer = await ViewerAsync(await Shared, await owner.Room.TakeLinkAsync());
        await viewer.Viewer.IsLiveAsync();
        await Expect(owner.Room.Viewers).ToHaveTextAsync("1 viewer");
        await owner.PassAsync(TimeSpan.FromSeconds(3));  // the count is told at most every 2 s
        var (batches, acknowledgements) = (viewer.Batches, viewer.Acknowledgements);

        for (var change = 1; change <= changes; change++)
        {
            await owner.Room.Timer("Talk").PressAsync("+1 min");
            await viewer.Viewer.Timer("Talk").ShowsAsync($"{10 + change}:00");
        }

        Assert.InRange(viewer.Batches - batches, changes, int.MaxValue);
        Assert.InRange(viewer.Acknowledgements - acknowledgements, changes / 8, changes / 2);
    }

    private async Task WatchAsync(TimeSpan span)
    {
        var server = await OwnServerAsync(RenderMeter.Environment);
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00"), ("Break", "20:00")], "Quiet");
        await owner.Room.PressAsync("Start all");
        var link = await owner.Room.TakeLinkAsync();
        Person[] people = [owner, await ViewerAsync(server, link, "one", "Quiet"), await ViewerAsync(server, link, "other", "Quiet")];
        foreach (var person in people) await Expect(person.Viewer.Viewers).ToHaveTextAsync("2 viewers");
        await owner.PassAsync(TimeSpan.FromSeconds(3));  // the count is told at most every 2 s
        var (metered, received) = (Metered(), people.Select(person => person.Batches).ToList());
        Assert.True(metered > 0 && received.TrueForAll(count => count > 0), $"{metered} batches metered, {string.Join(", ", received)} received: not all are counted");
        Assert.Equal(people.Length, server.Log.Count(RenderMeter.CircuitBegun) - server.Log.Count(RenderMeter.CircuitEnded));

        await owner.PassAsync(span);
        Assert.Equal(metered, Metered());
        Assert.Equal(received, people.Select(person => person.Batches));

        await owner.Room.PressAsync("Pause all");
        foreach (var person in people) await person.Viewer.Timer("Talk").IsAsync("paused");
        await owner.PassAsync(TimeSpan.FromSeconds(1));  // a line of the log may come after what it tells of
        Assert.True(Metered() >= metered + people.Length, "the meter missed the change of which each page was told");

        int Metered() => server.Log.Count(RenderMeter.BatchLine);
    }
}
