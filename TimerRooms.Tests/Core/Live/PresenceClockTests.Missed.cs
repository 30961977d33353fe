using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Live;

/// <summary>Who is missed, and from when on.</summary>
public sealed partial class PresenceClockTests
{
    [Fact]
    public async Task Who_left_before_so_many_were_asked_for_is_missed_from_then_on_only()
    {
        await SetAsync(room.Current.Presence with { Needed = 1 });
        var customer = Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        customer.Dispose();
        await PassAsync("3:00");
        await SetAsync(room.Current.Presence with { Needed = 2 });
        await PassAsync("0:29.9");
        await IsAsync(running: true);
        await PassAsync("0:00.1");
        await IsAsync(running: false);
        Assert.Equal(Seconds("4:30"), Shown);
    }

    [Fact]
    public async Task Who_left_before_their_link_counted_is_missed_from_then_on_only()
    {
        var link = Mechanic.LinkId!.Value;
        await SetAsync(room.Current.Presence with { Needed = 1 });
        Join(Customer);
        Join(Owner);
        var mechanic = Join(Mechanic);
        await IsAsync(running: true);
        await SetAsync(room.Current.Presence with { Needed = 3 });
        await room.DoAsync(new EditLink(link) { IsParticipant = new(true, false) });
        mechanic.Dispose();
        await PassAsync("0:20");
        await room.DoAsync(new EditLink(link) { IsParticipant = new(false, true) });
        await PassAsync("0:29.9");
        await IsAsync(running: true);
        await PassAsync("0:00.1");
        await IsAsync(running: false);
        Assert.Equal(Seconds("0:50"), Shown);
    }

    [Fact]
    public async Task A_timer_that_was_reset_while_it_waited_starts_when_everyone_is_back()
    {
        await HeldAsync();
        await room.DoAsync(new ResetTimer(Session, room.Current.Timers[0].ChangedIn));
        Join(Customer);
        await IsAsync(running: true);
        Assert.Equal(TimeSpan.Zero, Shown);
    }

    [Fact]
    public async Task Two_who_were_never_here_together_hold_nothing_and_start_it_when_they_are()
    {
        Join(Customer).Dispose();
        Join(Mechanic).Dispose();
        await PassAsync("1:00");
        Assert.Null(room.Current.Hold);
        Join(Customer);
        Join(Mechanic);
        await IsAsync(running: true);
    }

    [Fact]
    public async Task A_participant_whose_link_is_revoked_is_missed_like_one_who_left()
    {
        var customer = Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        await room.DoAsync(new RevokeLink(Customer.LinkId!.Value, Customer.Name));
        customer.Dispose();
        await PassAsync("0:30");
        await IsAsync(running: false);
        Assert.Equal("held: waiting for customer", room.Current.Hold!.Text);
    }
}
