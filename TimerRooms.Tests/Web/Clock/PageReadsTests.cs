using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Time;
using TimerRooms.Web.Clock;

namespace TimerRooms.Tests.Web.Clock;

/// <summary>How a page without a live connection reads itself again.</summary>
public sealed class PageReadsTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private const string Clock = "TimerRooms-Clock";

    private readonly HttpClient viewer = owned.App.CreateClient();

    [Fact]
    public async Task An_unchanged_room_costs_a_304_without_a_body_and_a_change_is_sent_whole()
    {
        var (room, owner) = await SharedRoomAsync();
        var path = $"/v/{room.Current.ViewLink!.Token}";
        var first = await viewer.GetAsync(path);
        var etag = first.Headers.ETag!.ToString();
        Assert.Equal(etag, (await first.Read()).QuerySelector(".page")!.GetAttribute("data-etag"));

        var again = await ReadAsync(path, etag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        Assert.Null(await room.ExecuteAsync(new RenameRoom(new("Hall", "Main hall")), owner));
        var changed = await ReadAsync(path, etag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("Main hall", (await changed.Read()).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.NotModified, (await ReadAsync(path, changed.Headers.ETag!.ToString())).StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_servers_clock()
    {
        var (room, _) = await SharedRoomAsync();
        var path = $"/v/{room.Current.ViewLink!.Token}";
        var clock = owned.App.Services.GetRequiredService<ServerClock>();
        var etag = (await viewer.GetAsync(path)).Headers.ETag!.ToString();

        foreach (var answer in new[] { await viewer.GetAsync(path), await ReadAsync(path, etag), await viewer.GetAsync("/v/unknown"), await viewer.GetAsync("/signin") })
        {
            var numbers = Assert.Single(answer.Headers.GetValues(Clock)).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
            Assert.InRange((clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds - numbers[0], 0, 60_000);
            Assert.Equal([clock.WallOffset.TotalMilliseconds, double.Parse(TimerFacts.Milliseconds(clock.StartedAt)!, CultureInfo.InvariantCulture)], numbers[1..]);
        }
        Assert.False((await viewer.GetAsync("/health")).Headers.Contains(Clock));
        Assert.False((await viewer.GetAsync("/css/tokens.css")).Headers.Contains(Clock));
    }

    [Fact]
    public async Task A_page_that_names_itself_is_counted_as_a_viewer()
    {
        var (room, _) = await SharedRoomAsync();
        var path = $"/v/{room.Current.ViewLink!.Token}";
        await viewer.GetAsync(path);
        Assert.Equal(0, room.Presence.Count);

        var etag = (await ReadAsync(path, null, "one")).Headers.ETag!.ToString();
        await ReadAsync(path, etag, "one");
        await ReadAsync(path, etag, "other");
        Assert.Equal(2, room.Presence.Count);
    }

    private Task<HttpResponseMessage> ReadAsync(string path, string? etag, string? page = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (etag is not null) request.Headers.Add("If-None-Match", etag);
        if (page is not null) request.Headers.Add("TimerRooms-Page", page);
        return viewer.SendAsync(request);
    }

    private async Task<(LiveRoom Room, Actor Owner)> SharedRoomAsync()
    {
        var rooms = owned.App.Services.GetRequiredService<RoomRegistry>();
        var owner = new Actor("somebody", "Olga");
        var (id, _) = await rooms.CreateAsync("Hall", owner);
        var room = rooms.Find(id!.Value, owner)!;
        Assert.Null(await room.ExecuteAsync(new AddLink(Guid.CreateVersion7(), LinkScope.View, "Viewer link", Tokens.New()), owner));
        return (room, owner);
    }
}
