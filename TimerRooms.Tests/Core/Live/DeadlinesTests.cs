using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Live;

public sealed class DeadlinesTests : IAsyncLifetime
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7();
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private TestCore core = null!;

    public async Task InitializeAsync() => core = await TestCore.StartAsync();

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task A_timer_finishes_once_at_its_moment_and_not_before()
    {
        var room = await StartedAsync(new AddTimer(First, "Talk", 5 * OneMinute));
        var running = room.Current;
        core.Time.Advance(5 * OneMinute - Moment);
        await NothingHappensAsync(room, running);

        core.Time.Advance(Moment);
        await FinishedAsync(room, First);
        core.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new ReachZero(First, Noon + 5 * OneMinute, Late: false), Assert.Single(await core.ZerosAsync(running.Id)));
    }

    [Fact]
    public async Task A_paused_a_reset_and_a_removed_timer_do_not_finish()
    {
        var room = await StartedAsync(new(First, "Talk", 5 * OneMinute), new(Second, "Next", 5 * OneMinute), new(Guid.CreateVersion7(), "Third", 5 * OneMinute));
        await room.DoAsync(new PauseTimer(First));
        await room.DoAsync(new ResetTimer(Second, room.Current.Timers[1].ChangedIn));
        await room.DoAsync(new RemoveTimer(room.Current.Timers[2].Id, room.Current.Timers[2].ChangedIn));
        var before = room.Current;
        core.Time.Advance(TimeSpan.FromHours(1));
        await NothingHappensAsync(room, before);
    }

    [Theory]
    [InlineData(60, 6)]
    [InlineData(-60, 4)]
    public async Task Time_added_or_taken_moves_the_finish(int seconds, int minutes)
    {
        var room = await StartedAsync(new AddTimer(First, "Talk", 5 * OneMinute));
        await room.DoAsync(new AddTime(First, TimeSpan.FromSeconds(seconds)));
        core.Time.Advance(minutes * OneMinute - Moment);
        await NothingHappensAsync(room, room.Current);

        core.Time.Advance(Moment);
        await FinishedAsync(room, First);
    }

    [Fact]
    public async Task A_duration_edited_below_what_is_spent_finishes_at_once()
    {
        var room = await StartedAsync(new AddTimer(First, "Talk", 5 * OneMinute));
        core.Time.Advance(3 * OneMinute);
        await room.DoAsync(new EditTimer(First) { Duration = new(5 * OneMinute, 2 * OneMinute) });
        core.Time.Advance(TimeSpan.Zero);
        await FinishedAsync(room, First);
        Assert.Equal(Noon + 3 * OneMinute, room.Current.Timers[0].Run.FinishedAt);
    }

    [Fact]
    public async Task One_timer_starts_the_next_at_the_very_moment_it_ends()
    {
        var room = await StartedAsync(new(First, "Talk", 5 * OneMinute, AtZero: AtZero.StartNext), new(Second, "Q&A", 2 * OneMinute));
        await room.DoAsync(new ResetTimer(Second, room.Current.Timers[1].ChangedIn));
        core.Time.Advance(5 * OneMinute);
        await FinishedAsync(room, First);
        Assert.Equal(Noon + 5 * OneMinute, room.Current.Timers[1].Run.RunningSince);

        core.Time.Advance(2 * OneMinute);
        await FinishedAsync(room, Second);
        Assert.Equal(Noon + 7 * OneMinute, room.Current.Timers[1].Run.FinishedAt);
    }

    [Fact]
    public async Task A_repeating_timer_goes_round_without_a_gap()
    {
        var room = await StartedAsync(new AddTimer(First, "Focus", 5 * OneMinute, AtZero: AtZero.Repeat));
        core.Time.Advance(5 * OneMinute);
        await room.UntilAsync(now => now.Timers[0].Run.Round == 1);
        core.Time.Advance(5 * OneMinute);
        await FinishedAsync(room, First);
        Assert.Equal([Noon + 5 * OneMinute, Noon + 10 * OneMinute], (await core.ZerosAsync(room.Current.Id)).Select(zero => zero.ZeroAt));
    }

    [Fact]
    public async Task Many_rooms_finish_each_at_its_own_moment()
    {
        var rooms = new List<LiveRoom>();
        for (var i = 0; i < 20; i++) rooms.Add(await StartedAsync(new AddTimer(First, "Talk", TimeSpan.FromSeconds(1 + i * 7 % 20))));
        foreach (var room in rooms.OrderBy(room => room.Current.NextZeroAt))
        {
            core.Time.Advance(room.Current.NextZeroAt!.Value - core.Now);
            await FinishedAsync(room, First);
        }
        foreach (var timer in rooms.Select(room => room.Current.Timers[0])) Assert.Equal(Noon + timer.Duration, timer.Run.FinishedAt);
    }

    [Fact]
    public async Task A_finish_the_disk_did_not_take_is_tried_again()
    {
        var room = await StartedAsync(new AddTimer(First, "Talk", 5 * OneMinute));
        await core.SqlAsync("ALTER TABLE Journal RENAME TO Elsewhere");
        core.Time.Advance(5 * OneMinute);
        await core.Time.UntilDueInAsync(TimeSpan.FromSeconds(1));  // it was tried, and is to be tried again
        Assert.Equal(RefusalKind.NotSaved, (await room.ExecuteAsync(new StartAll(), Owner))?.Kind);
        Assert.True(room.Current.Timers[0].IsRunning);

        await core.SqlAsync("ALTER TABLE Elsewhere RENAME TO Journal");
        core.Time.Advance(TimeSpan.FromSeconds(1));
        await FinishedAsync(room, First);
        Assert.Equal(Noon + 5 * OneMinute, Assert.Single(await core.ZerosAsync(room.Current.Id)).ZeroAt);
    }

    [Fact]
    public async Task A_zero_brought_back_by_undo_is_recorded_late_with_its_true_moment()
    {
        var room = await StartedAsync(new AddTimer(First, "Talk", 5 * OneMinute));
        core.Time.Advance(4 * OneMinute);
        await room.DoAsync(new PauseTimer(First));
        core.Time.Advance(4 * OneMinute);
        Assert.Null(await room.UndoAsync(room.Current.Version, Owner));
        core.Time.Advance(TimeSpan.Zero);
        await FinishedAsync(room, First);
        Assert.Equal(new ReachZero(First, Noon + 5 * OneMinute, Late: true), Assert.Single(await core.ZerosAsync(room.Current.Id)));
    }

    [Fact]
    public async Task A_zero_years_ahead_does_not_stop_the_start()
    {
        var room = await StartedAsync(new AddTimer(First, "Talk", 5 * OneMinute));
        await core.RestartAsync(time => time.Boot(new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(5 * OneMinute, core.Room(room.Current.Id).Current.Timers[0].Remaining(core.Now));
    }

    private async Task<LiveRoom> StartedAsync(params AddTimer[] timers)
    {
        var room = await core.RoomAsync(timers);
        await room.DoAsync(new StartAll());
        return room;
    }

    private static async Task NothingHappensAsync(LiveRoom room, Room before)
    {
        Assert.True(await room.SettleAsync());  // whatever was begun is through
        Assert.Same(before, room.Current);
    }

    private static Task FinishedAsync(LiveRoom room, Guid timer) => room.UntilAsync(now => now.Timer(timer)!.Run.FinishedAt is not null);
}
