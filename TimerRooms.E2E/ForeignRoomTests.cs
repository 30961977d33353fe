using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class ForeignRoomTests(Site site) : StageTests(site)
{
    [Fact]
    public async Task A_room_of_somebody_else_is_the_very_same_404_as_one_that_never_existed()
    {
        var server = await OwnServerAsync();
        var (own, foreign) = (Seed.MixedRoom("Mine", 1), Seed.MixedRoom("Not mine", 1) with { OwnerId = "somebody else" });
        await server.PlantAsync(own, foreign);
        var owner = await OwnerAsync(server);
        Assert.Equal(200, (await owner.OpenAsync($"/rooms/{own.Id}")).Status);
        await Expect(owner.Room.Timer(own.Timers[0].Title).Article).ToBeVisibleAsync();

        var (theirs, nobodys) = (await ReadAsync(owner, foreign.Id), await ReadAsync(owner, Guid.CreateVersion7()));
        Assert.Equal(404, theirs.Status);
        Assert.Equal(nobodys, theirs);
        Assert.Equal(404, (await owner.OpenAsync("/rooms/no-id-at-all")).Status);
        await owner.OpenAsync("/rooms");
        await Expect(owner.Rooms.Room("Mine")).ToBeVisibleAsync();
        await Expect(owner.Rooms.Room("Not mine")).ToHaveCountAsync(0);

        var visitor = await VisitorAsync(server);
        foreach (var id in new[] { own.Id, foreign.Id, Guid.CreateVersion7() })
        {
            await visitor.OpenAsync($"/rooms/{id}");
            Assert.StartsWith($"{server.Address}/signin", visitor.Page.Url, StringComparison.Ordinal);
        }
    }

    private static async Task<(int Status, string Headers, string Body)> ReadAsync(Person person, Guid room)
    {
        var answer = await person.OpenAsync($"/rooms/{room}");
        return (answer.Status, string.Join(' ', answer.Headers.Keys.Order()), await answer.TextAsync());
    }
}
