namespace TimerRooms.E2E.Testing;

/// <summary>Whether the digits of a page were right: each second once, in its turn and at its time.</summary>
public static class DigitCheck
{
    /// <summary>Fails at the first digit that is out of turn, or further from its moment than this. All timers are running countdowns.</summary>
    public static void IsRight(DigitLog log, TimeSpan within)
    {
        Assert.NotEmpty(log.Changes);
        Assert.All(log.Changes.GroupBy(change => change.Id), timer => IsRight([.. timer], within.TotalMilliseconds));
    }

    private static void IsRight(List<DigitChange> changes, double within)
    {
        // each digit tells when the countdown ends, if it came up at its moment
        var ends = changes.Select(End).Order().ToList();
        var end = ends[ends.Count / 2];
        foreach (var (before, after) in changes.Zip(changes.Skip(1)))
        {
            // a face that is put in anew draws at once, in the middle of a second; and while a page loads, seconds pass
            var isReload = before.Load != after.Load;
            var isFresh = isReload || before.Seconds == after.Seconds;
            Assert.InRange(after.Seconds, isReload ? 0 : before.Seconds - 1, isFresh ? before.Seconds : before.Seconds - 1);
            Assert.InRange(End(after) - end, -within, isFresh ? 1000 + within : within);
        }
    }

    private static double End(DigitChange change) => change.Real + 1000.0 * change.Seconds;
}
