using TimerRooms.Core.Timers;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class AtZeroTextTests
{
    private static readonly RoomTimer Talk = new(Guid.NewGuid(), "Talk", TimerKind.Countdown, TimeSpan.FromMinutes(10));
    private static readonly RoomTimer Break = Talk with { Id = Guid.NewGuid(), Title = "Break" };

    [Theory]
    [InlineData(AtZero.Stop, "Stop")]
    [InlineData(AtZero.Overtime, "Run into overtime")]
    [InlineData(AtZero.StartNext, "Start the next")]
    [InlineData(AtZero.Repeat, "Repeat")]
    public void Each_choice_has_its_words(AtZero choice, string words)
    {
        Assert.Equal(words, AtZeroText.Of(choice));
        Assert.Contains(choice, AtZeroText.Choices);
    }

    [Theory]
    [InlineData(AtZero.Stop, null)]
    [InlineData(AtZero.Overtime, "then overtime")]
    [InlineData(AtZero.StartNext, "then “Break”")]
    [InlineData(AtZero.Repeat, "round 1 of 2")]
    public void A_timer_says_what_will_happen(AtZero choice, string? words)
    {
        Assert.Equal(words, AtZeroText.Plan(Talk with { AtZero = choice }, Break));
        Assert.Null(AtZeroText.Plan(Talk with { AtZero = choice, Kind = TimerKind.CountUp }, Break));
    }

    [Fact]
    public void The_last_timer_has_no_next_to_start() =>
        Assert.Equal("then stop", AtZeroText.Plan(Talk with { AtZero = AtZero.StartNext }, null));

    [Fact]
    public void Rounds_are_counted_from_one_and_include_the_first() =>
        Assert.Equal("round 3 of 5", AtZeroText.Plan(Talk with { AtZero = AtZero.Repeat, Repeats = 4, Run = new() { Round = 2 } }, null));
}
