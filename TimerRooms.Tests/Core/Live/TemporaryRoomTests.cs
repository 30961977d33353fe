using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Live;

/// <summary>When a room that nobody owns goes.</summary>
public sealed class TemporaryRoomTests : IAsyncLifetime
{
    private static readonly TimeSpan Five = 5 * OneMinute, Moment = TimeSpan.FromMilliseconds(1), Second = TimeSpan.FromSeconds(1);
    private TestCore core = null!;

    public async Task InitializeAsync() => core = await TestCore.StartAsync();

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task It_is_made_left_and_gone_five_minutes_later_for_good()
    {
        var room = await core.TemporaryAsync();
        var page = core.Open(room);
        await PassAsync(room, TimeSpan.FromDays(2));
        page.Dispose();
        await PassAsync(room, Five - Moment);
        core.Time.Advance(Moment);
        await room.GoesAsync();

        Assert.Null(core.Rooms.Find(room.Current.Id, Laptop));
        Assert.Equal(RefusalKind.Gone, (await core.Rooms.RestoreAsync(room.Current.Id, core.MakerOf(room)))?.Kind);
        var last = (await core.JournalAsync(room.Current.Id))[^1];
        Assert.Equal((new ExpireRoom(), Actor.Server), (last.Command, last.By));
        await core.RestartAsync();
        await using var db = core.Database();
        Assert.Equal((0, 0), (await db.Rooms.CountAsync(), await db.Journal.CountAsync()));
    }

    [Fact]
    public async Task Nobody_ever_came_and_it_goes_all_the_same()
    {
        var room = await core.TemporaryAsync();
        await PassAsync(room, Five - Moment);
        core.Time.Advance(Moment);
        await room.GoesAsync();
    }

    [Fact]
    public async Task Whoever_comes_back_at_four_minutes_fifty_nine_keeps_it()
    {
        var room = await core.TemporaryAsync();
        core.Open(room).Dispose();
        await PassAsync(room, Five - Second);
        var page = core.Open(room);
        await PassAsync(room, TimeSpan.FromHours(1));

        page.Dispose();
        await PassAsync(room, Five - Second);
        core.Time.Advance(Second);
        await room.GoesAsync();
    }

    [Fact]
    public async Task A_page_of_a_viewer_counts_live_and_reading_itself()
    {
        var room = await core.TemporaryAsync();
        var seat = room.Presence.Join(Guid.Empty);
        await PassAsync(room, TimeSpan.FromHours(1));
        seat.Dispose();
        await PassAsync(room, Five - Second);

        room.Presence.Renew(Guid.Empty, "page");
        await PassAsync(room, Presence.Lease + Five - Second);
        core.Time.Advance(Second);
        await room.GoesAsync();
    }

    [Fact]
    public async Task A_page_without_script_counts_each_time_it_is_read()
    {
        var room = await core.TemporaryAsync();
        await PassAsync(room, Five - Second);
        room.Occupancy.Seen();
        await PassAsync(room, Five - Second);
        core.Time.Advance(Second);
        await room.GoesAsync();
    }

    [Fact]
    public async Task A_lost_page_is_closed_until_it_is_back()
    {
        var room = await core.TemporaryAsync();
        var page = core.Open(room);
        page.Lose(true);
        await PassAsync(room, Five - Second);
        page.Lose(false);
        await PassAsync(room, TimeSpan.FromHours(1));
        page.Lose(true);
        core.Time.Advance(Five);
        await room.GoesAsync();
    }

    [Fact]
    public async Task It_is_kept_while_a_timer_runs_and_five_minutes_longer()
    {
        var room = await core.TemporaryAsync(template: RoomTemplate.Talk);
        await core.DoAsync(room, new SetStartLead(new(room.Current.StartLead, TimeSpan.Zero)));
        await core.DoAsync(room, new StartTimer(room.Current.Timers[1].Id));
        await PassAsync(room, 10 * OneMinute - Moment);
        core.Time.Advance(Moment);
        await room.UntilAsync(now => now.Timers[1].IsFinished);
        await PassAsync(room, Five - Moment);
        core.Time.Advance(Moment);
        await room.GoesAsync();
    }

    [Fact]
    public async Task A_timer_that_never_ends_keeps_it_until_someone_comes_and_ends_it()
    {
        var room = await core.TemporaryAsync(template: RoomTemplate.SessionClock);
        await core.DoAsync(room, new StartAll());
        await PassAsync(room, TimeSpan.FromDays(30));
        var page = core.Open(room);
        await core.DoAsync(room, new PauseAll());
        page.Dispose();
        core.Time.Advance(Five);
        await room.GoesAsync();
    }

    [Fact]
    public async Task Its_maker_keeps_it_for_a_day_whoever_is_there()
    {
        var room = await core.TemporaryAsync();
        await core.DoAsync(room, new KeepRoom());
        await PassAsync(room, TimeSpan.FromHours(24) - Moment);
        core.Time.Advance(Moment);
        await room.GoesAsync();
    }

    [Fact]
    public async Task After_a_restart_the_time_counts_from_the_start()
    {
        var room = await core.TemporaryAsync();
        await PassAsync(room, Five - Second);
        await core.RestartAsync(time => time.Advance(TimeSpan.FromHours(1)));
        var (again, actor) = core.Rooms.Find(room.Current.Id, Laptop)!.Value;
        Assert.Equal(RoomRole.Owner, RoomRights.RoleOf(actor, again.Current, core.Now));
        await PassAsync(again, Five - Second);
        core.Time.Advance(Second);
        await again.GoesAsync();
    }

    [Fact]
    public async Task The_host_says_after_how_many_minutes()
    {
        await using var patient = await TestCore.StartAsync(services => services.AddSingleton(new GuestRoomSettings { GoesAfter = TimeSpan.FromHours(1) }));
        var room = await patient.TemporaryAsync();
        patient.Time.Advance(TimeSpan.FromHours(1) - Moment);
        await room.StaysAsync();
        patient.Time.Advance(Moment);
        await room.GoesAsync();
    }

    private async Task PassAsync(LiveRoom room, TimeSpan time)
    {
        core.Time.Advance(time);
        await room.StaysAsync();
    }
}
