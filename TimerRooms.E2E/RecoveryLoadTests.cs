using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TimerRooms.E2E.Testing;
using TimerRooms.E2E.Testing.Raw;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>Many pages that lose their connection at once, and come back by themselves.</summary>
public sealed partial class RecoveryLoadTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    private const string Talk = "Talk", Break = "Break";

    // hundreds of viewers in one process note their own reads late, by as much as the machine is busy
    private static readonly TimeSpan LeastPause = RawViewer.LeastPause - TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120), Second = TimeSpan.FromSeconds(1);

    [Fact, Trait("Category", "Long")]
    public async Task Five_raw_viewers_become_live_see_a_change_and_come_back_after_a_kill()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00")]);
        await using var crowd = await RawCrowd.ComeAsync(await owner.Room.TakeLinkAsync(), 5, Patience);
        await Expect(owner.Room.Viewers).ToHaveTextAsync("5 viewers");
        await owner.Room.AddAsync("Encore", "5:00");
        await crowd.AllAsync(viewer => viewer.LastBatch.AsSpan().IndexOf("Encore"u8) >= 0, Patience);

        await server.KillAsync();
        await crowd.AllLostAsync(Patience);
        await server.StartAsync();

        await crowd.AllLiveAsync(Patience);
        await owner.Room.IsLiveAsync();
        await Expect(owner.Room.Viewers).ToHaveTextAsync("5 viewers");
        Assert.InRange(crowd.PausesBetweenReads().Least, LeastPause, Patience);
    }

    [Fact, Trait("Category", "Long")]
    public Task After_an_outage_of_10_s_three_browsers_and_200_viewers_are_live_again() => OutageAsync(TimeSpan.FromSeconds(10), 200);

    [Fact, Trait("Category", "Soak")]
    public Task After_an_outage_of_7_min_three_browsers_are_live_again() => OutageAsync(TimeSpan.FromMinutes(7), 0);

    [Fact, Trait("Category", "Long")]
    public async Task When_the_connections_of_500_viewers_are_cut_all_are_back_within_10_s_and_the_owner_feels_nothing()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "1h30"), (Break, "20:00")], "Cut");
        await using var crowd = await RawCrowd.ComeAsync(await owner.Room.TakeLinkAsync(), 500, Patience);
        await owner.Viewer.NoteConnectionAsync();

        var had = server.Processor;
        var cut = crowd.CutAll();
        var back = crowd.AllLiveAsync(Patience);
        var clicks = await ClickUntilAsync(owner, back);

        var recovery = crowd.RecoverySince(cut);
        output.WriteLine($"live again {recovery}; clicks meanwhile {clicks}; {(server.Processor - had).TotalSeconds:0.0} s of processor time for it");
        Assert.All(await owner.Viewer.ConnectionSaidAsync(), said => Assert.StartsWith("Live", said, StringComparison.Ordinal));
        Assert.InRange(recovery.Most, TimeSpan.Zero, 10 * Second);
    }

    [Fact, Trait("Category", "Long")]
    public async Task After_a_restart_500_viewers_come_back_within_30_s_and_meanwhile_clicks_are_answered_within_1_s()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "1h30"), (Break, "20:00")], "Restart");
        await owner.Room.Timer(Talk).PressAsync("Start");
        await using var crowd = await RawCrowd.ComeAsync(await owner.Room.TakeLinkAsync(), 500, Patience);
        var room = owner.Page.Url;
        await owner.Page.GotoAsync("about:blank");

        await server.KillAsync();
        await crowd.AllLostAsync(Patience);
        await server.StartAsync();
        var answers = Stopwatch.GetTimestamp();
        var back = crowd.AllLiveAsync(Patience);
        await owner.OpenAsync(room);
        await owner.Room.IsLiveAsync();
        var clicks = await ClickUntilAsync(owner, back);

        var (recovery, pauses) = (crowd.RecoverySince(answers), crowd.PausesBetweenReads());
        output.WriteLine($"live again {recovery}; clicks meanwhile {clicks}; between two reads of a page at least {pauses.Least.TotalSeconds:0.00} s; {server.Processor.TotalSeconds:0.0} s of processor time since the start");
        Assert.InRange(recovery.Part(0.95), TimeSpan.Zero, 30 * Second);
        Assert.InRange(clicks.Part(0.99), TimeSpan.Zero, Second);
        Assert.InRange(pauses.Least, LeastPause, Patience);
    }

    private async Task OutageAsync(TimeSpan outage, int others, [CallerMemberName] string test = "")
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "1h30"), (Break, "20:00")], test);
        await owner.Room.PressAsync("Start all");
        var link = await owner.Room.TakeLinkAsync();
        Person[] people = [await ViewerAsync(server, link, "one", test), await ViewerAsync(server, link, "two", test), await ViewerAsync(server, link, "three", test)];
        await using var crowd = await RawCrowd.ComeAsync(link, others, Patience);
        await people[0].PassAsync(6 * Second);  // the clock of each page has settled
        var from = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        await server.KillAsync();
        await people[0].PassAsync(outage);
        foreach (var person in people) await Expect(person.Viewer.Connection).ToHaveTextAsync(Lost());
        await server.StartAsync();
        var answers = Stopwatch.GetTimestamp();
        var browsers = new Spans(await Task.WhenAll(people.Select(LiveAgainAsync)));
        await crowd.AllLiveAsync(Patience);

        var all = crowd.RecoverySince(answers).With(browsers);
        output.WriteLine($"browsers live again {browsers}; all {all}; {server.Processor.TotalSeconds:0.0} s of processor time since the start");
        await people[0].PassAsync(5 * Second);
        foreach (var person in people) await WasRightAsync(person, from);
        Assert.InRange(browsers.Most, TimeSpan.Zero, 10 * Second);
        Assert.InRange(all.Part(0.95), TimeSpan.Zero, 30 * Second);

        async Task<TimeSpan> LiveAgainAsync(Person person)
        {
            await Expect(person.Viewer.Connection).ToHaveTextAsync(Live(), new() { Timeout = (float)Patience.TotalMilliseconds });
            return Stopwatch.GetElapsedTime(answers);
        }
    }

    /// <summary>The digits went on right from this moment until now.</summary>
    private static async Task WasRightAsync(Person person, double from)
    {
        var log = (await person.DigitsAsync()).Since(from);
        DigitCheck.IsRight(log, 0.5 * Second);
        var until = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Assert.InRange(log.Changes[^1].Real, until - 3_000, until);
    }

    /// <summary>A click on a timer that stands still, twice a second.</summary>
    private static async Task<Spans> ClickUntilAsync(Person owner, Task end)
    {
        List<TimeSpan> clicks = [];
        do
        {
            clicks.Add(await owner.Room.Timer(Break).TimePressAsync("+1 min"));
            await owner.PassAsync(0.5 * Second);
        }
        while (!end.IsCompleted);
        await end;
        return new(clicks);
    }

    [GeneratedRegex("^Live")]
    private static partial Regex Live();

    [GeneratedRegex("^(Reconnecting|Not live)")]
    private static partial Regex Lost();
}
