using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Live;

/// <summary>People who come, go and come back drive the clock of a room, on manual time.</summary>
public sealed partial class PresenceClockTests : IAsyncLifetime
{
    private static readonly Guid Session = Guid.CreateVersion7();
    private static readonly Actor Customer = Person("customer"), Mechanic = Person("mechanic");

    private TestCore core = null!;
    private LiveRoom room = null!;

    private TimeSpan Shown => room.Current.Timers[0].Elapsed(core.Now);

    public async Task InitializeAsync()
    {
        core = await TestCore.StartAsync();
        room = await core.RoomAsync(new AddTimer(Session, "Session", TimeSpan.Zero, TimerRooms.Core.Timers.TimerKind.CountUp));
        foreach (var person in new[] { Customer, Mechanic })
            await room.DoAsync(new AddLink(person.LinkId!.Value, LinkScope.Control, person.Name, Tokens.New(), Person: person.Name));
        await SetAsync(new() { StartWith = 2, Holds = true });
    }

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task Both_join_and_the_clock_starts_and_refreshing_changes_nothing()
    {
        var (one, other) = (Join(Customer), Join(Mechanic));
        await IsAsync(running: true);
        await PassAsync("0:20");
        Assert.Equal(Seconds("0:20"), Shown);

        foreach (var page in new[] { one, other }) page.Dispose();
        Join(Customer);
        Join(Mechanic);
        await PassAsync("0:00.5");
        Assert.Equal(Seconds("0:20.5"), Shown);
        await IsAsync(running: true);
    }

    [Fact]
    public async Task Someone_who_stays_away_longer_than_the_grace_time_holds_the_clock_until_they_are_back()
    {
        var customer = Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        customer.Dispose();

        await PassAsync("0:29.9");
        await IsAsync(running: true);
        await PassAsync("0:00.1");
        await IsAsync(running: false);
        Assert.Equal("held: waiting for customer", room.Current.Hold!.Text);
        Assert.Equal(Seconds("1:30"), Shown);

        await PassAsync("0:30");
        Assert.Equal(Seconds("1:30"), Shown);
        Join(Customer);
        await IsAsync(running: true);
        Assert.Null(room.Current.Hold);
        Assert.Equal(Seconds("1:30"), Shown);
        await PassAsync("0:10");
        Assert.Equal(Seconds("1:40"), Shown);
    }

    [Fact]
    public async Task Someone_who_is_back_within_the_grace_time_was_never_waited_for()
    {
        Join(Customer);
        var mechanic = Join(Mechanic);
        await PassAsync("0:45");
        mechanic.Dispose();
        await PassAsync("0:05");
        Join(Mechanic);
        Assert.Equal(Seconds("0:50"), Shown);

        await PassAsync("2:00");
        Assert.Equal(Seconds("2:50"), Shown);
        Assert.DoesNotContain(await core.JournalAsync(room.Current.Id), change => change.Command is HoldTimers);
    }

    [Fact]
    public async Task One_after_the_other_refreshes_quickly_and_sees_the_same()
    {
        var (customer, mechanic) = (Join(Customer), Join(Mechanic));
        await PassAsync("2:15");
        customer.Dispose();
        Join(Customer);
        Assert.Equal(Seconds("2:15"), Shown);
        mechanic.Dispose();
        Join(Mechanic);
        Assert.Equal(Seconds("2:15"), Shown);
        await PassAsync("1:00");
        Assert.Equal(Seconds("3:15"), Shown);
    }

    [Fact]
    public async Task With_one_device_per_person_the_newest_page_takes_over_and_the_clock_goes_on()
    {
        await SetAsync(room.Current.Presence with { OneDevice = true });
        var first = Join(Customer);
        Join(Mechanic);
        await PassAsync("0:30");
        var second = Join(Customer);
        Assert.Equal((true, false), (first.IsSuperseded, second.IsSuperseded));

        first.Dispose();
        await PassAsync("1:00");
        Assert.Equal(Seconds("1:30"), Shown);
        await IsAsync(running: true);
    }

    [Fact]
    public async Task The_page_that_is_taken_back_takes_over_again()
    {
        var (first, second) = (Join(Customer), Join(Customer));
        first.TakeOver();
        Assert.Equal((false, true), (first.IsSuperseded, second.IsSuperseded));
        Assert.False(Join(Mechanic).IsSuperseded);
        await PassAsync("0:01");
    }

    [Fact]
    public async Task An_abrupt_loss_counts_from_the_last_proof_of_life_however_late_it_is_noticed()
    {
        var customer = Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        customer.Seen();
        await PassAsync("0:40");
        customer.Lose(true);
        await IsAsync(running: false);
        Assert.Equal(Seconds("1:30"), Shown);

        customer.Lose(false);
        await IsAsync(running: true);
        Assert.Equal(Seconds("1:30"), Shown);
    }

    [Fact]
    public async Task The_grace_time_can_be_given_back()
    {
        await SetAsync(room.Current.Presence with { GraceCounts = false });
        var customer = Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        customer.Dispose();
        await PassAsync("0:30");
        await IsAsync(running: false);
        Assert.Equal(Seconds("1:00"), Shown);
    }

    [Fact]
    public async Task A_timer_paused_by_hand_meanwhile_stays_paused()
    {
        await HeldAsync();
        Assert.Null(await room.ExecuteAsync(new PauseTimer(Session), Mechanic));
        Join(Customer);
        await PassAsync("0:10");
        await IsAsync(running: false);
        Assert.Null(room.Current.Hold);
    }

    [Fact]
    public async Task A_timer_started_by_hand_while_held_goes_on_until_people_next_return()
    {
        await HeldAsync();
        Assert.Null(await room.ExecuteAsync(new ResumeTimer(Session), Mechanic));
        await PassAsync("5:00");
        await IsAsync(running: true);

        var customer = Join(Customer);
        await PassAsync("0:10");
        customer.Dispose();
        await PassAsync("0:31");
        await IsAsync(running: false);
    }

    [Fact]
    public async Task A_reset_with_everyone_here_stays_reset()
    {
        Join(Customer);
        Join(Mechanic);
        await IsAsync(running: true);
        await room.DoAsync(new ResetTimer(Session, room.Current.Timers[0].ChangedIn));
        await PassAsync("0:05");
        await IsAsync(running: false);
    }

    [Fact]
    public async Task A_restart_gives_people_the_grace_time_to_come_back()
    {
        Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        await RestartAsync();

        await PassAsync("0:29");
        await IsAsync(running: true);
        await PassAsync("0:01");
        await IsAsync(running: false);
        Assert.Equal(Seconds("1:30"), Shown);
        await RestartAsync();
        await IsAsync(running: false);
        Join(Customer);
        Join(Mechanic);
        await IsAsync(running: true);
    }

    [Fact]
    public async Task Who_looks_on_or_came_by_a_link_that_does_not_count_is_no_participant()
    {
        await room.DoAsync(new EditLink(Mechanic.LinkId!.Value) { IsParticipant = new(true, false) });
        Join(Customer);
        Join(Mechanic);
        await IsAsync(running: false);
        Join(Customer);
        await IsAsync(running: false);
        Join(Owner);
        await IsAsync(running: true);
    }

    private static Actor Person(string name)
    {
        var link = Guid.CreateVersion7();
        return new(null, name) { LinkId = link, PersonId = Actor.PersonOfLink(link) };
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromMinutes(int.Parse(text.Split(':')[0])) + TimeSpan.FromSeconds(double.Parse(text.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));

    private OpenPage Join(Actor who) => room.People.Join(who, RoomRights.RoleOf(who, room.Current, core.Now), "computer");

    private Task SetAsync(PresencePolicy policy) => room.DoAsync(new SetPresence(policy));

    private async Task HeldAsync()
    {
        var customer = Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        customer.Dispose();
        await PassAsync("0:30");
        await IsAsync(running: false);
    }

    private async Task RestartAsync()
    {
        var id = room.Current.Id;
        await core.RestartAsync();
        room = core.Room(id);
    }

    private async Task PassAsync(string time)
    {
        await room.SettleAsync();
        core.Time.Advance(Seconds(time));
        await room.SettleAsync();
    }

    private async Task IsAsync(bool running)
    {
        await room.SettleAsync();
        Assert.Equal(running, room.Current.Timers[0].IsRunning);
    }
}
