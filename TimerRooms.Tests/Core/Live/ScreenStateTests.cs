using TimerRooms.Core.Live;

namespace TimerRooms.Tests.Core.Live;

public sealed class ScreenStateTests
{
    [Fact]
    public void What_a_page_says_is_read_field_by_field() =>
        Assert.Equal(new ScreenState(false, true, SoundState.Armed, true, 12.3, -0.4, 6.1, 87), ScreenState.Read("0 1 armed 1 12.3 -0.4 6.1 87"));

    [Fact]
    public void What_it_does_not_know_is_a_dash() =>
        Assert.Equal(new ScreenState(true, false, SoundState.Unknown, false, null, null, null, null), ScreenState.Read("1 0 unknown 0 - - - -"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1 0 armed 1 12.3 -0.4 6.1")]
    [InlineData("1 0 armed 1 12.3 -0.4 6.1 87 9")]
    [InlineData("1 0 singing 1 12.3 -0.4 6.1 87")]
    [InlineData("1 0 17 1 12.3 -0.4 6.1 87")]
    public void Anything_else_is_nothing(string? said) => Assert.Null(ScreenState.Read(said));

    [Fact]
    public void Something_long_is_nothing() => Assert.Null(ScreenState.Read("1 0 armed 1 12.3 -0.4 6.1 87" + new string(' ', 100)));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("soon")]
    public void A_number_that_is_none_is_not_known(string number) =>
        Assert.Equal(ScreenState.Unknown with { Sound = SoundState.Armed }, ScreenState.Read($"1 0 armed 0 {number} {number} {number} {number}"));

    [Theory]
    [InlineData("-1")]
    [InlineData("101")]
    public void A_battery_is_a_percentage(string battery) => Assert.Null(ScreenState.Read($"1 0 armed 1 - - - {battery}")!.Battery);
}
