using TimerRooms.E2E.Screens;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class KillTests(Site site) : StageTests(site)
{
    private const string Running = "Running", Paused = "Paused", Overtime = "Overtime";

    [Fact]
    public async Task After_a_kill_every_timer_is_exact_and_viewers_come_back_by_themselves()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Running, "10:00"), (Paused, "5:00")]);
        await owner.Room.ChooseAtZeroAsync("Overtime");
        await owner.Room.AddAsync(Overtime, "1s");
        foreach (var title in new[] { Running, Paused, Overtime }) await owner.Room.Timer(title).PressAsync("Start");
        var link = await owner.Room.TakeLinkAsync();
        var (one, other) = (await ViewerAsync(server, link, "one"), await ViewerAsync(server, link, "other"));
        await owner.Room.Timer(Overtime).IsAsync("overtime");
        await owner.Room.Timer(Paused).PressAsync("Pause");
        await owner.Room.Timer(Paused).IsAsync("paused");
        var paused = await owner.Room.Timer(Paused).TextAsync();
        await owner.Room.Timer(Running).TicksAsync();
        var before = await ReadAsync(one);

        await server.KillAsync();
        await server.StartAsync();

        foreach (var viewer in new[] { one, other }) await viewer.Viewer.IsLiveAsync();
        await owner.Room.Timer(Running).Button("Pause").ClickAsync(new() { Trial = true });  // live again
        foreach (var person in new[] { owner, one, other })
        {
            await person.Room.Timer(Paused).ShowsAsync(paused);
            await person.Room.Timer(Overtime).IsAsync("overtime");
            var after = await ReadAsync(person);
            // to read takes a moment, too, and digits are cut off
            var (least, most) = ((after.From - before.To).TotalSeconds - 1, (after.To - before.From).TotalSeconds + 1);
            Assert.InRange(before.Running - after.Running, least, most);
            Assert.InRange(before.Overtime - after.Overtime, least, most);
        }
    }

    [Fact]
    public async Task What_was_shown_as_done_when_the_server_was_killed_is_done()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")]);
        var talk = owner.Room.Timer("Talk");
        var link = await owner.Room.TakeLinkAsync();
        var clicking = UntilClosedAsync(ClickAsync);
        await Expect(talk.Face).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(1[5-9]|[2-9].):"));

        await server.KillAsync();
        var shown = await talk.TextAsync();
        await owner.Page.CloseAsync();
        await clicking;
        await server.StartAsync();

        // the last click may have reached the disk, its answer not the page
        var next = new DigitChange("", shown, 0, 0).Seconds + 60;
        var viewer = await ViewerAsync(server, link);
        var kept = new DigitChange("", await viewer.Viewer.Timer("Talk").TextAsync(), 0, 0).Seconds;
        Assert.InRange(kept, next - 60, next);

        async Task ClickAsync()
        {
            while (true)
            {
                var before = await talk.TextAsync();
                await talk.PressAsync("+1 min");
                await talk.ChangesAsync(before);
            }
        }
    }

    private static async Task<(DateTimeOffset From, DateTimeOffset To, int Running, int Overtime)> ReadAsync(Person person)
    {
        var from = DateTimeOffset.UtcNow;
        var (running, overtime) = (Seconds(await person.Viewer.Timer(Running).TextAsync()), Seconds(await person.Viewer.Timer(Overtime).TextAsync()));
        return (from, DateTimeOffset.UtcNow, running, overtime);
    }

    private static int Seconds(string text) => new DigitChange("", text, 0, 0).Seconds;
}
