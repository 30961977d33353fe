using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class RefusalLogTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private readonly TestApp app = owned.App;

    [Fact]
    public async Task A_room_that_is_not_there_for_the_account_is_named_once()
    {
        var room = Guid.NewGuid().ToString();

        await owned.Owner.GetAsync($"/rooms/{room}");

        Assert.Single(owned.Log(), line => line.EndsWith($"WRN Room refused: {TestApp.OwnerEmail} asked for {room}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_in_the_place_of_a_room_is_not_written_down()
    {
        await owned.Owner.GetAsync("/rooms/a-secret-token");

        Assert.Contains(owned.Log(), line => line.Contains("asked for something that is no room's id", StringComparison.Ordinal));
        Assert.DoesNotContain(owned.Log(), line => line.Contains("a-secret-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_of_a_page_elsewhere_is_named_by_its_origin()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate");
        request.Headers.Add("Origin", "https://evil.example");

        await app.CreateClient().SendAsync(request);

        Assert.Single(owned.Log(), line => line.EndsWith("WRN Connection refused (403): a page of https://evil.example, from 127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_out_without_its_token_names_the_account()
    {
        await owned.Owner.PostAsync("/signout", null);

        Assert.Single(owned.Log(), line => line.EndsWith($"WRN Sign-out refused, not by a form of ours: {TestApp.OwnerEmail} from 127.0.0.1", StringComparison.Ordinal));
    }
}
