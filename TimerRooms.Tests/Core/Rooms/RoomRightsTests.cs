using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class RoomRightsTests
{
    private static readonly Actor Anonymous = new(null, "Guest 1");
    private readonly Room room = RoomOf(Countdown());

    public static TheoryData<string> Commands => new(AllCommands.Types.Select(type => type.Name));

    [Fact]
    public void Every_command_there_is_stands_in_the_matrix() =>
        Assert.Equal(AllCommands.Types.Select(type => type.Name).Order(), AllCommands.On(default).Select(command => command.GetType().Name).Order());

    [Theory, MemberData(nameof(Commands))]
    public void The_owner_may_do_what_people_do_and_only_the_server_what_the_server_does(string name)
    {
        var command = AllCommands.On(room.Timers[0].Id).Single(command => command.GetType().Name == name);
        var isOfServer = command is ReachZero or CorrectClock;
        Assert.Equal(!isOfServer, IsAllowed(command, Owner));
        Assert.Equal(isOfServer, IsAllowed(command, Actor.Server));
        Assert.False(IsAllowed(command, Stranger));
        Assert.False(IsAllowed(command, Anonymous));
        Assert.False(IsAllowed(command, Actor.Server with { }));
    }

    [Fact]
    public void A_room_is_seen_by_its_owner_alone()
    {
        Assert.True(RoomRights.MaySee(Owner, room));
        Assert.False(RoomRights.MaySee(Stranger, room));
        Assert.False(RoomRights.MaySee(Anonymous, room));
        Assert.False(RoomRights.MaySee(Actor.Server, room));
    }

    private bool IsAllowed(RoomCommand command, Actor actor)
    {
        var decision = RoomRules.Decide(room, command, actor, Noon);
        var allowed = decision.Refusal?.Kind != RefusalKind.NotAllowed;
        if (!allowed) Assert.Same(room, decision.Next);
        return allowed;
    }
}
