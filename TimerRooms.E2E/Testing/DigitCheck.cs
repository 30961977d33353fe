namespace TimerRooms.E2E.Testing;

/// <summary>Whether the digits of a page were right: each second once, in its turn and at its time.</summary>
public static class DigitCheck
{
    /// <summary>Fails at the first digit that is out of turn, or further from its moment than this. All timers are running countdowns.</summary>
    public static void IsRight(DigitLog log, TimeSpan within)
    {
        Assert.NotEmpty(log.Changes);
        log.ShowsEachSecondOnce();
        foreach (var timer in log.Changes.GroupBy(change => change.Id))
        {
            // each digit tells when the countdown ends, if it came up at its moment
            var ends = timer.Select(change => change.Real + 1000.0 * change.Seconds).Order().ToList();
            var end = ends[ends.Count / 2];
            Assert.All(ends, one => Assert.InRange(one - end, -within.TotalMilliseconds, within.TotalMilliseconds));
        }
    }
}
