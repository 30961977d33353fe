using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class SignInThrottleTests
{
    private readonly HandClock clock = new();
    private readonly SignInThrottle throttle;

    public SignInThrottleTests() => throttle = new SignInThrottle(clock);

    [Fact]
    public void Ten_tries_go_through_and_the_eleventh_waits_a_minute()
    {
        Try("owner", times: 10);

        Assert.Equal(TimeSpan.FromSeconds(60), throttle.Take("owner"));
    }

    [Fact]
    public void Tries_spread_over_more_than_a_minute_never_wait()
    {
        for (var tries = 0; tries < 50; tries++)
        {
            Try("owner", times: 1);
            clock.Pass(TimeSpan.FromSeconds(7));
        }
    }

    [Fact]
    public void Each_further_try_doubles_the_wait_up_to_a_quarter_of_an_hour()
    {
        Try("owner", times: 10);

        var waits = new List<double>();
        for (var round = 0; round < 7; round++)
        {
            var wait = throttle.Take("owner");
            waits.Add(wait.TotalMinutes);
            clock.Pass(wait);
            Assert.Equal(TimeSpan.Zero, throttle.Take("owner"));
        }

        Assert.Equal([1, 2, 4, 8, 15, 15, 15], waits);
    }

    [Fact]
    public void Half_an_hour_without_a_try_forgets_all()
    {
        Try("owner", times: 10);

        clock.Pass(TimeSpan.FromMinutes(31));

        Try("owner", times: 10);
    }

    [Fact]
    public void An_address_waits_whatever_account_it_tries()
    {
        for (var tries = 0; tries < 10; tries++) Assert.Equal(TimeSpan.Zero, throttle.Take($"account {tries}", "address"));

        Assert.NotEqual(TimeSpan.Zero, throttle.Take("account 11", "address"));
    }

    [Fact]
    public void An_account_waits_whatever_address_tries_it()
    {
        for (var tries = 0; tries < 10; tries++) Assert.Equal(TimeSpan.Zero, throttle.Take("account", $"address {tries}"));

        Assert.NotEqual(TimeSpan.Zero, throttle.Take("account", "address 11"));
    }

    [Fact]
    public void A_known_device_is_counted_apart_from_the_account()
    {
        Try("account", times: 10);

        Assert.Equal(TimeSpan.Zero, throttle.Take("device"));
    }

    [Fact]
    public void A_right_password_gives_its_try_back()
    {
        for (var signIns = 0; signIns < 50; signIns++)
        {
            Try("owner", times: 1);
            throttle.Return("owner");
        }
    }

    [Fact]
    public void Waiting_costs_no_try()
    {
        Try("owner", times: 10);
        for (var asked = 0; asked < 20; asked++) throttle.Take("owner");

        clock.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.Zero, throttle.Take("owner"));
    }

    [Fact]
    public void Keys_are_kept_no_longer_than_they_count()
    {
        for (var key = 0; key < 500; key++) Try($"account {key}", times: 1);

        clock.Pass(TimeSpan.FromSeconds(61));
        Try("owner", times: 1);

        Assert.Equal(1, throttle.Count);
    }

    private void Try(string key, int times)
    {
        for (var tries = 0; tries < times; tries++) Assert.Equal(TimeSpan.Zero, throttle.Take(key));
    }

    private sealed class HandClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

        public void Pass(TimeSpan time) => now += time;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
