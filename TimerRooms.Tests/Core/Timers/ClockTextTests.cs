using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Timers;

public sealed class ClockTextTests
{
    [Theory]
    [InlineData("10m", 0, "10:00")]
    [InlineData("10m", 0.001, "10:00")]
    [InlineData("10m", 1, "09:59")]
    [InlineData("10m", 599.001, "00:01")]
    [InlineData("10m", 599.999, "00:01")]
    [InlineData("10m", 600, "00:00")]
    [InlineData("10m", 600.999, "00:00")]
    [InlineData("10m", 601, "-00:01")]
    [InlineData("10m", 612.5, "-00:12")]
    [InlineData("10m", 4200, "-1:00:00")]
    [InlineData("1:05:00", 0, "1:05:00")]
    [InlineData("1h", 0.5, "1:00:00")]
    [InlineData("1h", 1, "59:59")]
    [InlineData("99:59:59", 0, "99:59:59")]
    public void What_counts_down_is_rounded_up(string duration, double seconds, string digits) =>
        Assert.Equal(digits, ClockText.Of(Countdown(duration, AtZero.Overtime).Start(Noon), Noon.AddSeconds(seconds)));

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(0.999, "00:00")]
    [InlineData(1, "00:01")]
    [InlineData(3599.999, "59:59")]
    [InlineData(3600, "1:00:00")]
    [InlineData(360_000, "100:00:00")]
    public void What_counts_up_is_rounded_down(double seconds, string digits) =>
        Assert.Equal(digits, ClockText.Of(CountUp().Start(Noon), Noon.AddSeconds(seconds)));

    [Fact]
    public void A_countdown_that_ends_shows_zero_from_then_on() =>
        Assert.Equal("00:00", ClockText.Of(Countdown().Start(Noon), Noon.AddHours(3)));

    [Theory]
    [InlineData(600, "10:00")]
    [InlineData(3900, "1:05:00")]
    [InlineData(0, "00:00")]
    public void An_amount_is_written_the_same_way(int seconds, string digits) =>
        Assert.Equal(digits, ClockText.Of(TimeSpan.FromSeconds(seconds)));
}
