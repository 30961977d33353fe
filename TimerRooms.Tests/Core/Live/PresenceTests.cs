using Microsoft.Extensions.Logging.Abstractions;
using TimerRooms.Core.Live;

namespace TimerRooms.Tests.Core.Live;

public sealed class PresenceTests
{
    private static readonly Guid Link = Guid.CreateVersion7();

    private readonly ManualTime time = new(Noon);
    private readonly Presence presence;
    private readonly SemaphoreSlim told = new(0);

    public PresenceTests()
    {
        presence = new Presence(time, NullLogger.Instance);
        presence.Watch(() => { told.Release(); return Task.CompletedTask; });
    }

    [Fact]
    public void Pages_are_counted_while_they_are_open_and_once_each()
    {
        var (first, second) = (presence.Join(Link), presence.Join(Link));
        Assert.Equal(2, presence.Count);
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, presence.Count);
        second.Dispose();
        Assert.Equal(0, presence.Count);
    }

    [Fact]
    public async Task The_first_is_told_at_once_and_the_others_together_two_seconds_later()
    {
        presence.Join(Link);
        time.Advance(TimeSpan.Zero);
        await ToldAsync();

        for (var i = 0; i < 1000; i++) presence.Join(Link);
        time.Advance(Presence.Pace - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, told.CurrentCount);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await ToldAsync();
        Assert.Equal(0, told.CurrentCount);
    }

    [Fact]
    public async Task After_a_quiet_time_a_change_is_told_at_once_again()
    {
        var seat = presence.Join(Link);
        time.Advance(TimeSpan.FromMinutes(1));
        await ToldAsync();
        seat.Dispose();
        time.Advance(TimeSpan.Zero);
        await ToldAsync();
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, told.CurrentCount);
    }

    [Fact]
    public async Task A_page_that_only_reads_itself_counts_once_until_it_has_not_done_so_for_a_while()
    {
        presence.Renew(Link, "one");
        presence.Renew(Link, "one");
        presence.Renew(Link, "other");
        Assert.Equal(2, presence.Count);
        time.Advance(Presence.Lease / 2);
        await ToldAsync();

        presence.Renew(Link, "one");
        time.Advance(Presence.Lease / 2);
        Assert.Equal(1, presence.Count);
        await ToldAsync();
        time.Advance(Presence.Lease / 2);
        Assert.Equal(0, presence.Count);
        await ToldAsync();
    }

    [Fact]
    public void A_page_that_becomes_live_is_not_counted_twice()
    {
        presence.Renew(Link, "one");
        using var seat = presence.Join(Link, "one");
        Assert.Equal(1, presence.Count);
        time.Advance(2 * Presence.Lease);
        Assert.Equal(1, presence.Count);
    }

    [Fact]
    public void Made_up_names_fill_neither_the_memory_nor_the_count()
    {
        presence.Renew(Link, new string('x', 33));
        Assert.Equal(0, presence.Count);

        for (var page = 0; page < Presence.MostLeases + 10; page++) presence.Renew(Link, $"{page}");
        Assert.Equal(Presence.MostLeases, presence.Count);
        time.Advance(Presence.Lease);
        Assert.Equal(0, presence.Count);
    }

    private async Task ToldAsync() => Assert.True(await told.WaitAsync(LiveRooms.Patience));
}
