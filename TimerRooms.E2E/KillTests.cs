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
            AssertExact(before.Running, after.Running);
            AssertExact(before.Overtime, after.Overtime);
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

    private static async Task<(Reading Running, Reading Overtime)> ReadAsync(Person person) =>
        (await ReadAsync(person.Viewer.Timer(Running).Face), await ReadAsync(person.Viewer.Timer(Overtime).Face));

    // the moment in the page, as the way there takes a while on a busy machine
    private static async Task<Reading> ReadAsync(ILocator face)
    {
        var read = await face.EvaluateAsync<string[]>("face => [String(Date.now()), face.textContent.trim()]");
        return new(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(read[0], null)), Seconds(read[1]));
    }

    private static void AssertExact(Reading before, Reading after)
    {
        var passed = (after.At - before.At).TotalSeconds;
        Assert.InRange(before.Seconds - after.Seconds, passed - 1, passed + 1);
    }

    private static int Seconds(string text) => new DigitChange("", text, 0, 0).Seconds;

    private sealed record Reading(DateTimeOffset At, int Seconds);
}
