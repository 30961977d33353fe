using TimerRooms.Core.Rooms;
using TimerRooms.Core.Time;
using TimerRooms.Web.Clock;

namespace TimerRooms.Tests.Web.Clock;

public sealed class PromptnessTests
{
    private readonly ManualTime time = new(Noon);
    private readonly ServerClock clock;
    private readonly Promptness promptness;

    public PromptnessTests()
    {
        clock = new ServerClock(time, () => time.Uptime);
        promptness = new Promptness(clock);
    }

    [Fact]
    public void What_arrives_within_four_seconds_is_in_time()
    {
        promptness.Acted(clock.GetUtcNow());
        time.Advance(Promptness.Longest);
        Assert.Null(promptness.Refusal());
    }

    [Fact]
    public void What_was_stuck_for_longer_is_refused_in_words()
    {
        promptness.Acted(clock.GetUtcNow());
        time.Advance(Promptness.Longest + TimeSpan.FromMilliseconds(1));
        var refusal = promptness.Refusal();
        Assert.Equal(RefusalKind.Late, refusal?.Kind);
        Assert.Contains("not done", refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_act_is_asked_about_once_and_one_without_a_moment_is_in_time()
    {
        Assert.Null(promptness.Refusal());
        promptness.Acted(clock.GetUtcNow());
        Assert.Null(promptness.Refusal());
        time.Advance(TimeSpan.FromHours(1));
        Assert.Null(promptness.Refusal());
    }

    [Theory]
    [InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(double.MinValue), InlineData(1e300)]
    public void A_moment_that_is_none_is_ignored(double at)
    {
        new ClockSample(clock, promptness, _ => { }).Acted(at);
        Assert.Null(promptness.Refusal());
    }
}
