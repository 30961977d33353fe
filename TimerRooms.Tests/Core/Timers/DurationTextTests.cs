using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Timers;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("10:00", 600)]
    [InlineData("0:01", 1)]
    [InlineData("90:00", 5400)]
    [InlineData("1:05:00", 3900)]
    [InlineData("99:59:59", 359_999)]
    [InlineData("90s", 90)]
    [InlineData("90 sec", 90)]
    [InlineData("1 second", 1)]
    [InlineData("5m", 300)]
    [InlineData("5 min", 300)]
    [InlineData("5 MINUTES", 300)]
    [InlineData("5m30", 330)]
    [InlineData("5m 30s", 330)]
    [InlineData("25", 1500)]
    [InlineData(" 25 ", 1500)]
    [InlineData("1.5", 90)]
    [InlineData("1,5", 90)]
    [InlineData("0.5m", 30)]
    [InlineData("1h", 3600)]
    [InlineData("1 hour", 3600)]
    [InlineData("2 hrs", 7200)]
    [InlineData("1.5h", 5400)]
    [InlineData("1,5 h", 5400)]
    [InlineData("1h30", 5400)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h 5m 10s", 3910)]
    [InlineData("1h10s", 3610)]
    [InlineData("99h59m59s", 359_999)]
    public void A_duration_is_read_as_people_type_it(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DurationText.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("0")]
    [InlineData("0:00")]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("100h")]
    [InlineData("100:00:00")]
    [InlineData("360000s")]
    [InlineData("999999999999999999999")]
    [InlineData("1:60")]
    [InlineData(":30")]
    [InlineData("10:")]
    [InlineData("1:2:3:4")]
    [InlineData("five minutes")]
    [InlineData("5x")]
    [InlineData("m")]
    [InlineData("h m s")]
    [InlineData("5m 5m")]
    [InlineData("30s 5m")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("∞")]
    [InlineData("٥m")]
    [InlineData("１０:００")]
    public void What_is_no_duration_between_a_second_and_a_hundred_hours_is_not_guessed_at(string? text) =>
        Assert.Null(DurationText.Parse(text));

    [Fact]
    public void The_digits_shown_can_be_typed_in_again()
    {
        foreach (var seconds in new[] { 1, 59, 60, 599, 3599, 3600, 3661, 36_000, 359_999 })
            Assert.Equal(TimeSpan.FromSeconds(seconds), DurationText.Parse(ClockText.Of(TimeSpan.FromSeconds(seconds))));
    }
}
