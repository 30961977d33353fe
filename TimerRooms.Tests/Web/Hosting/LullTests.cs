using TimerRooms.Tests.Testing;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class LullTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly ManualTime clock = new(Noon);
    private readonly Lull lull;
    private int collections, own;
    private long allocated;

    public LullTests() => lull = new(clock, () => (collections, allocated), () => (collections, own) = (collections + 1, own + 1));

    [Fact]
    public void What_changes_left_behind_is_collected_as_soon_as_nobody_is_being_told_of_one()
    {
        Change(Lull.Enough);
        clock.Advance(Lull.After - Moment);
        Assert.Equal(0, own);

        clock.Advance(Moment);
        Assert.Equal(1, own);
    }

    [Fact]
    public void While_pages_are_still_being_told_it_waits()
    {
        Change(Lull.Enough);
        clock.Advance(Lull.After - Moment);
        lull.Busy();
        clock.Advance(Lull.After - Moment);
        Assert.Equal(0, own);

        clock.Advance(Moment);
        Assert.Equal(1, own);
    }

    [Fact]
    public void Little_is_left_until_more_has_come_together()
    {
        Change(Lull.Enough / 2);
        clock.Advance(Lull.After);
        Assert.Equal(0, own);

        Change(Lull.Enough / 2);
        clock.Advance(Lull.After);
        Assert.Equal(1, own);

        Change(Lull.Enough / 2);
        clock.Advance(Lull.After);
        Assert.Equal(1, own);
    }

    [Fact]
    public void A_collection_of_the_runtimes_own_says_nothing_about_what_has_come_since()
    {
        collections++;
        Change(1);
        clock.Advance(Lull.After);
        Assert.Equal(1, own);

        Change(1);
        clock.Advance(Lull.After);
        Assert.Equal(1, own);
    }

    [Fact]
    public void While_nothing_changes_nothing_happens()
    {
        allocated += Lull.Enough;
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, own);
    }

    [Fact]
    public void A_server_that_stops_collects_no_more()
    {
        Change(Lull.Enough);
        lull.Dispose();
        clock.Advance(Lull.After);
        Assert.Equal(0, own);
    }

    public void Dispose() => lull.Dispose();

    private void Change(long left)
    {
        allocated += left;
        lull.Busy();
    }
}
