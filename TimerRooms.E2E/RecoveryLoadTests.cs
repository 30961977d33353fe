using TimerRooms.E2E.Testing;
using TimerRooms.E2E.Testing.Raw;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>Many pages that lose their connection at once.</summary>
public sealed class RecoveryLoadTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Five_raw_viewers_are_live_see_a_change_are_counted_and_survive_a_kill()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [("Talk", "10:00")], "Five_raw_viewers");
        await using var crowd = RawCrowd.Start(await owner.Room.TakeLinkAsync(), 5);
        await crowd.AllLiveAsync(Patience);
        await Expect(owner.Room.Viewers).ToHaveTextAsync("5 viewers");
        await owner.Room.AddAsync("Encore", "5:00");
        await crowd.AllAsync(viewer => viewer.LastBatch.AsSpan().IndexOf("Encore"u8) >= 0, Patience);

        await server.KillAsync();
        await crowd.AllLostAsync(Patience);
        await server.StartAsync();

        await crowd.AllLiveAsync(Patience);
        await owner.Room.IsLiveAsync();
        await Expect(owner.Room.Viewers).ToHaveTextAsync("5 viewers");
        output.WriteLine($"{crowd.PausesBetweenReads()}");
    }
}
