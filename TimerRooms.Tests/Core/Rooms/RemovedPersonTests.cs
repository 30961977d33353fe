using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class RemovedPersonTests
{
    private static readonly Guid Link = Guid.CreateVersion7();

    private static readonly Room Room = new Room(Guid.CreateVersion7(), "owner", "Main hall").After(new AddLink(Link, LinkScope.Control, "Team", Tokens.New()));

    private static readonly Actor SignedIn = ByLink(new("ada", "Ada", "laptop")), SignedOut = ByLink(new(null, null, "laptop"));

    [Fact]
    public void Signing_out_brings_nobody_back()
    {
        var room = Room.After(new SetPersonRemoved(SignedIn.PersonId!, "Ada", true, "laptop"));

        Assert.Equal((RoomRole.None, RoomRole.None), (RoleIn(room, SignedIn), RoleIn(room, SignedOut)));
        Assert.Equal("Ada", room.Rule(SignedIn.PersonId!)!.RemovedName);
    }

    [Fact]
    public void Signing_in_brings_nobody_back_by_a_link_but_whoever_the_room_is_shared_with()
    {
        var room = Room.After(new SetPersonRemoved(SignedOut.PersonId!, "Guest 1", true));

        Assert.Equal(RoomRole.None, RoleIn(room, SignedIn));
        Assert.Equal(RoomRole.Editor, RoleIn(room.After(new ShareWith("ada", "Ada", MemberRole.Editor)), SignedIn));
        Assert.Equal(RoomRole.Controller, RoleIn(room, ByLink(new("ada", "Ada", "phone"))));
    }

    [Fact]
    public void Whoever_is_let_in_again_is_let_in_either_way()
    {
        var room = Room.After(new SetPersonRemoved(SignedIn.PersonId!, "Ada", true, "laptop")).After(new SetPersonRemoved(SignedIn.PersonId!, "Ada", false));

        Assert.Equal((RoomRole.Controller, RoomRole.Controller), (RoleIn(room, SignedIn), RoleIn(room, SignedOut)));
    }

    private static Actor ByLink(Visitor visitor) => visitor.ToActor("Someone") with { LinkId = Link };

    private static RoomRole RoleIn(Room room, Actor actor) => RoomRights.RoleOf(actor, room, Noon);
}
