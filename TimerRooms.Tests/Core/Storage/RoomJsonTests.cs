using System.Text.Json;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Storage;

public sealed class RoomJsonTests
{
    public static TheoryData<string> Commands => new(AllCommands.Types.Select(type => type.Name));

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_is_read_as_it_was_written(string name)
    {
        var command = AllCommands.On(Guid.CreateVersion7()).Single(command => command.GetType().Name == name);
        // tokens are never journalled
        var kept = command switch { AddLink add => add with { Token = null! }, SetPasscode set => set with { Hash = null }, _ => command };
        Assert.Equal(kept, RoomJson.Read<RoomCommand>(RoomJson.Write(command)));
    }

    [Fact]
    public void The_journal_of_a_link_holds_neither_the_token_nor_the_passcode()
    {
        Assert.Equal("""{"$type":"add-link","name":"Foyer"}""", RoomJson.Write<RoomCommand>(new AddLink(default, LinkScope.View, "Foyer", "secret")));
        Assert.Equal("""{"$type":"set-passcode"}""", RoomJson.Write<RoomCommand>(new SetPasscode(default, "secret")));
    }

    [Fact]
    public void The_journal_of_an_undo_does_not_hold_the_change_again() =>
        Assert.Equal("""{"$type":"undo","version":7}""", RoomJson.Write<RoomCommand>(new Undo(7) { Change = Everything() }));

    [Fact]
    public void A_room_with_everything_in_it_is_read_as_it_was_written()
    {
        var timer = Full();
        var room = RoomOf(timer, CountUp()) with
        {
            Version = 42,
            DefaultAtZero = AtZero.Repeat,
            StartLead = TimeSpan.FromMilliseconds(400),
            Sound = new() { Tone = Tone.Bowl, Loudness = 0, AtWarning = true, AtDanger = true, AtZero = false, Speaks = true },
            Links = [LinkForViewers(Tokens.New()) with { MadeAt = Noon, MadeBy = "Olga", ExpiresAt = Noon, HasExpired = true, IsSilent = true, PasscodeHash = "hash", Epoch = 7 }],
            Members = [new("stranger", "Sam", MemberRole.Editor)],
            Rules = [new("device:1") { Name = "Ada", IsViewer = true, IsRemoved = true }],
            Policy = ControlPolicy.OneAtATime,
            Holder = new("device:1", "Ada"),
            IsLocked = true,
            Presence = new() { StartWith = 3, Holds = true, Needed = 3, Grace = TimeSpan.Zero, GraceCounts = false, OneDevice = true, Timers = [timer.Id] },
            Hold = new(Noon, [timer.Id], ["Ada"]),
            Temporary = new("laptop") { KeptAt = Noon },
            DeletedAt = Noon,
            Undoable = [new(41, "Paused “Talk”", [timer.Id])],
        };
        var read = RoomJson.Read<Room>(RoomJson.Write(room));
        Assert.Equal(RoomJson.Write(room), RoomJson.Write(read));
        Assert.Equal(room.Timers, read.Timers);
        Assert.Equal(room.Links, read.Links);
        Assert.Equal((room.Members[0], room.Rules[0]), (read.Members[0], read.Rules[0]));
        Assert.Equal((room.DeletedAt, room.Holder, room.DefaultAtZero), (read.DeletedAt, read.Holder, read.DefaultAtZero));
        Assert.Equal((room.StartLead, room.Sound, room.Temporary), (read.StartLead, read.Sound, read.Temporary));
        Assert.Equal(room.Undoable[0].Runs, read.Undoable[0].Runs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(2000)]
    public void A_start_delay_is_read_as_it_was_written_also_where_there_is_none(int milliseconds)
    {
        var json = RoomJson.Write(RoomOf() with { StartLead = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Equal(milliseconds, JsonDocument.Parse(json).RootElement.GetProperty("startLead").GetInt64());
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RoomJson.Read<Room>(json).StartLead);
    }

    [Fact]
    public void A_room_saved_before_there_were_start_delays_has_the_default() =>
        Assert.Equal(Room.DefaultStartLead, RoomJson.Read<Room>($$"""{"id":"{{Guid.Empty}}","ownerId":"owner","name":"Main hall","version":1}""").StartLead);

    [Fact]
    public void A_change_with_everything_in_it_is_read_as_it_was_written()
    {
        var what = Everything().What;
        var read = RoomJson.Read<RoomDifference>(RoomJson.Write(what));
        Assert.Equal(what.Timers, read.Timers);
        Assert.Equal((what.Name, what.DefaultAtZero, what.StartLead), (read.Name, read.DefaultAtZero, read.StartLead));
        Assert.Equal([what.Order!.From, what.Order.To], [read.Order!.From, read.Order.To]);
        Assert.Equal(Owner, RoomJson.Read<Actor>(RoomJson.Write(Owner)));
        Assert.Equal(Actor.Server, RoomJson.Read<Actor>(RoomJson.Write(Actor.Server)));
    }

    [Fact]
    public void Moments_are_milliseconds_since_1970_and_amounts_milliseconds()
    {
        var json = JsonDocument.Parse(RoomJson.Write(Full())).RootElement;
        Assert.Equal(600_000, json.GetProperty("duration").GetInt64());
        Assert.Equal(Noon.ToUnixTimeMilliseconds(), json.GetProperty("run").GetProperty("runningSince").GetInt64());
        Assert.Equal("overtime", json.GetProperty("atZero").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"$type\":\"format-disk\"}")]
    [InlineData("{\"$type\":\"start-timer\"")]
    public void A_text_that_is_no_command_is_not_taken_for_one(string text) =>
        Assert.ThrowsAny<Exception>(() => RoomJson.Read<RoomCommand>(text));

    private static RoomTimer Full() => Countdown("10m", AtZero.Overtime) with
    {
        Repeats = 9,
        WarningLeft = OneMinute,
        DangerLeft = TimeSpan.Zero,
        ChangedIn = 12,
        Run = new() { Banked = TimeSpan.FromMilliseconds(1), RunningSince = Noon, Added = -OneMinute, FinishedAt = Noon.AddMilliseconds(1), Round = 3 },
    };

    private static RoomChange Everything() => new(Guid.CreateVersion7(), 7, Noon, Owner, new StartAll(), new RoomDifference
    {
        Timers = [new(null, Full(), 3), new(Full(), null, 0), new(Full(), Full(), 1)],
        Name = new("Main hall", "Small hall"),
        DefaultAtZero = new(AtZero.StartNext, AtZero.Stop),
        StartLead = new(Room.DefaultStartLead, TimeSpan.Zero),
        Order = new([Guid.CreateVersion7()], [Guid.CreateVersion7()]),
    });
}
