using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.Tests.Core.Live;

/// <summary>Of two who change the same thing, the second is told by whom it was changed, and from what to what.</summary>
public sealed class ConflictsTests
{
    private static readonly Guid Talk = Guid.CreateVersion7(), Link = Guid.CreateVersion7();

    private static readonly Actor Ann = new(Owner.AccountId, "Ann") { PersonId = "account:1" }, Ben = new(Owner.AccountId, "Ben") { PersonId = "account:2" };

    public static TheoryData<RoomCommand, RoomCommand, string> Conflicting => new()
    {
        { Edit(Title: new("Talk", "Panel")), Edit(Title: new("Talk", "Keynote")), "Ann changed the name of “Panel” from “Talk” to “Panel”" },
        { Edit(Duration: new(5 * OneMinute, 90 * OneMinute)), Edit(Duration: new(5 * OneMinute, OneMinute)), "Ann changed the duration of “Talk” from 05:00 to 1:30:00" },
        { Edit(AtZero: new(AtZero.Stop, AtZero.Overtime)), Edit(AtZero: new(AtZero.Stop, AtZero.Repeat)), "Ann changed the end of “Talk” from stopping to overtime" },
        { Edit(WarningLeft: new(null, OneMinute)), Edit(WarningLeft: new(null, 2 * OneMinute)), "Ann changed the warning of “Talk” from the usual to 01:00 left" },
        { new StartTimer(Talk), new RemoveTimer(Talk, 0), "Ann changed “Talk”" },
        { new RenameRoom(new("Main hall", "Foyer")), new RenameRoom(new("Main hall", "Lobby")), "Ann changed the room's name from “Main hall” to “Foyer”" },
        { new SetStartLead(new(Room.DefaultStartLead, TimeSpan.FromSeconds(1))), new SetStartLead(new(Room.DefaultStartLead, TimeSpan.Zero)), "Ann changed the start delay from 150 ms to 1000 ms" },
        { new SetSound(new(new(), new() { Tone = Tone.Gong })), new SetSound(new(new(), new() { Loudness = 10 })), "Ann changed the sound" },
        { new EditLink(Link) { Name = new("Team", "Crew") }, new EditLink(Link) { Name = new("Team", "Staff") }, "Ann changed the link's name from “Team” to “Crew”" },
    };

    [Theory, MemberData(nameof(Conflicting))]
    public async Task The_second_is_told_who_was_first_though_others_did_more_since(RoomCommand first, RoomCommand second, string told)
    {
        await using var core = await TestCore.StartAsync();
        var room = await MakeAsync(core);
        await AcceptedAsync(room, first, Ann);
        await AcceptedAsync(room, new AddTimer(Guid.CreateVersion7(), "Break", OneMinute), Ben);
        var before = room.Current;

        var refusal = await room.ExecuteAsync(second, Ben);

        Assert.Equal((RefusalKind.Changed, $"{told} a moment ago. Look again, then decide."), (refusal!.Kind, refusal.Text));
        Assert.Same(before, room.Current);
    }

    [Fact]
    public async Task Who_changed_it_on_another_page_of_their_own_is_told_so()
    {
        await using var core = await TestCore.StartAsync();
        var room = await MakeAsync(core);
        await AcceptedAsync(room, new RenameRoom(new("Main hall", "Foyer")), Ben);

        var refusal = await room.ExecuteAsync(new RenameRoom(new("Main hall", "Lobby")), Ben);

        Assert.StartsWith("You changed the room's name", refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_by_itself_is_nobodys_doing()
    {
        await using var core = await TestCore.StartAsync();
        var room = await MakeAsync(core);
        await AcceptedAsync(room, new StartTimer(Talk), Ann);
        var seen = room.Current.Timer(Talk)!.ChangedIn;
        core.Time.Advance(6 * OneMinute);

        var refusal = await room.ExecuteAsync(new RemoveTimer(Talk, seen), Ben);

        Assert.Equal("“Talk” changed a moment ago. Look again, then decide.", refusal!.Text);
    }

    private static async Task<LiveRoom> MakeAsync(TestCore core)
    {
        var room = await core.RoomAsync(new AddTimer(Talk, "Talk", 5 * OneMinute));
        await room.DoAsync(new SetStartLead(new(room.Current.StartLead, Room.DefaultStartLead)));
        await room.DoAsync(new AddLink(Link, LinkScope.Control, "Team", Tokens.New()));
        return room;
    }

    private static EditTimer Edit(Edit<string>? Title = null, Edit<TimeSpan>? Duration = null, Edit<AtZero>? AtZero = null, Edit<TimeSpan?>? WarningLeft = null) =>
        new(Talk) { Title = Title, Duration = Duration, AtZero = AtZero, WarningLeft = WarningLeft };

    private static async Task AcceptedAsync(LiveRoom room, RoomCommand command, Actor by) => Assert.Null(await room.ExecuteAsync(command, by));
}
