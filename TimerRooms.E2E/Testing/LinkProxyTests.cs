using System.Diagnostics;

namespace TimerRooms.E2E.Testing;

/// <summary>The link itself: what it is told to do to the bytes, it does.</summary>
public sealed class LinkProxyTests(Site site) : StageTests(site)
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(200), Grain = TimeSpan.FromMilliseconds(2);

    [Fact]
    public async Task A_round_trip_takes_its_time_however_it_is_split_and_can_be_changed()
    {
        using var client = new HttpClient();
        var link = await LinkAsync(client);
        foreach (var outward in new[] { 0.5, 0.9, 0 })
        {
            link.Outward = outward;
            Assert.True(await TakenAsync(client) >= RoundTrip - Grain);
        }

        link.RoundTrip = TimeSpan.Zero;
        Assert.Contains(await TakenAsync(client, 5), time => time < RoundTrip / 2);
    }

    [Fact]
    public async Task Delays_stray_as_far_as_they_may()
    {
        using var client = new HttpClient();
        (await LinkAsync(client)).Jitter = 0.5;
        var taken = await TakenAsync(client, 15);
        Assert.All(taken, time => Assert.True(time >= RoundTrip / 2 - Grain));
        Assert.Contains(taken, time => time < RoundTrip);
    }

    [Fact]
    public async Task A_spike_holds_all_bytes_of_its_time()
    {
        using var client = new HttpClient();
        var link = await LinkAsync(client);
        var spike = TimeSpan.FromSeconds(1);
        link.Spike(spike);
        Assert.True(await TakenAsync(client) >= spike - 2 * Grain);
    }

    [Fact]
    public async Task In_a_stall_nothing_arrives_and_nothing_ends_until_it_is_over()
    {
        using var client = new HttpClient();
        var link = await LinkAsync(client);
        link.Stall();
        var answer = TakenAsync(client);
        await IsSilentAsync(link);
        Assert.False(answer.IsCompleted);

        link.Resume();
        await answer;
    }

    [Fact]
    public async Task A_cut_ends_what_goes_on()
    {
        using var client = new HttpClient();
        var link = await LinkAsync(client);
        link.Stall();
        var answer = TakenAsync(client);
        await IsSilentAsync(link);  // by now the request is on its way
        link.Cut();
        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task Who_is_refused_gets_no_answer_and_gets_one_later()
    {
        using var client = new HttpClient();
        var link = await LinkAsync(client);
        link.Refuses = true;
        link.Cut();
        await Assert.ThrowsAsync<HttpRequestException>(() => TakenAsync(client));

        link.Refuses = false;
        await TakenAsync(client);
    }

    private static async Task IsSilentAsync(LinkProxy link)
    {
        using var client = new HttpClient { BaseAddress = new Uri(link.Address), Timeout = RoundTrip * 2 };
        await Assert.ThrowsAsync<TaskCanceledException>(() => TakenAsync(client));
    }

    private async Task<LinkProxy> LinkAsync(HttpClient client)
    {
        var link = Link(await Shared, RoundTrip.TotalMilliseconds, jitter: 0);
        client.BaseAddress = new Uri(link.Address);
        await TakenAsync(client);  // the connection is made, which is not delayed
        return link;
    }

    private static async Task<TimeSpan> TakenAsync(HttpClient client)
    {
        var from = Stopwatch.GetTimestamp();
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
        return Stopwatch.GetElapsedTime(from);
    }

    private static async Task<List<TimeSpan>> TakenAsync(HttpClient client, int times)
    {
        var taken = new List<TimeSpan>();
        while (taken.Count < times) taken.Add(await TakenAsync(client));
        return taken;
    }
}
