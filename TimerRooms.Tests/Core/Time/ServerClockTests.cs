using TimerRooms.Core.Time;

namespace TimerRooms.Tests.Core.Time;

public sealed class ServerClockTests
{
    private readonly ManualTime host = new(Noon);
    private readonly ServerClock clock;

    public ServerClockTests() => clock = new ServerClock(host, () => host.Uptime);

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(2)]
    [InlineData(-2)]
    public void Setting_the_hosts_clock_moves_nothing_but_the_offset(int seconds)
    {
        host.Advance(OneMinute);
        host.Step(TimeSpan.FromSeconds(seconds));
        Assert.Equal(Noon + OneMinute, clock.GetUtcNow());
        Assert.Equal(new ClockStep(TimeSpan.FromSeconds(seconds), IsFirstSync: false), clock.FindStep());
        Assert.Equal(TimeSpan.FromSeconds(seconds), clock.WallOffset);
        Assert.Equal(Noon + OneMinute, clock.GetUtcNow());
        Assert.Null(clock.FindStep());
    }

    [Fact]
    public void Time_in_suspend_counts_and_is_no_step()
    {
        host.Suspend(TimeSpan.FromHours(8));
        Assert.Equal(Noon.AddHours(8), clock.GetUtcNow());
        Assert.Null(clock.FindStep());
    }

    [Fact]
    public void A_clock_that_was_set_while_the_host_slept_is_told_from_the_sleep()
    {
        host.Suspend(TimeSpan.FromHours(8));
        host.Step(TimeSpan.FromMinutes(-3));
        Assert.Equal(Noon.AddHours(8), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(-3), clock.FindStep()?.By);
        Assert.Equal(Noon.AddHours(8), clock.GetUtcNow());
    }

    [Fact]
    public void A_difference_below_the_tolerance_is_left_until_it_has_grown()
    {
        host.Step(TimeSpan.FromMilliseconds(200));
        Assert.Null(clock.FindStep());
        host.Step(TimeSpan.FromMilliseconds(200));
        Assert.Equal(TimeSpan.FromMilliseconds(400), clock.FindStep()?.By);
    }

    [Fact]
    public void A_step_is_whole_milliseconds_as_everything_that_is_stored()
    {
        host.Step(TimeSpan.FromTicks(10_005_678));
        Assert.Equal(TimeSpan.FromMilliseconds(1000), clock.FindStep()?.By);
        Assert.Null(clock.FindStep());
    }

    [Fact]
    public void Being_held_up_between_the_two_clocks_puts_neither_the_start_nor_a_look_out()
    {
        var reads = 0;
        TimeSpan Read()
        {
            var read = host.Uptime;
            if (reads++ is 0 or 2) host.Advance(OneMinute);  // after the first two readings of the uptime, before those of the wall clock
            return read;
        }
        var held = new ServerClock(host, Read);
        Assert.Equal(host.GetUtcNow(), held.GetUtcNow());
        reads = 0;
        Assert.Null(held.FindStep());
    }

    [Theory]
    [InlineData(3600, 20, true)]
    [InlineData(3600, 1000, false)]
    [InlineData(-3600, 20, false)]
    public void A_clock_first_set_forward_soon_after_boot_had_been_wrong_until_then(int step, int uptime, bool isFirst)
    {
        host.Boot(Noon);
        var booted = new ServerClock(host, () => host.Uptime);
        host.Advance(TimeSpan.FromSeconds(uptime));
        host.Step(TimeSpan.FromSeconds(step));
        Assert.Equal(isFirst, booted.FindStep()?.IsFirstSync);

        host.Step(TimeSpan.FromSeconds(5));
        Assert.False(booted.FindStep()?.IsFirstSync);
    }

    [Fact]
    public void The_uptime_of_this_host_goes_on_with_its_clock()
    {
        var real = new ServerClock();
        Assert.InRange(real.GetUtcNow() - TimeProvider.System.GetUtcNow(), -ServerClock.Tolerance, ServerClock.Tolerance);
        var (before, after) = (real.GetUtcNow(), real.GetUtcNow());
        Assert.True(after >= before);
    }
}
