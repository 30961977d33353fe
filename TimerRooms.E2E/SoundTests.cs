using TimerRooms.Core.Rooms;
using TimerRooms.E2E.Screens;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>
/// What is heard, and whether the people who run the show know it. A browser takes whatever a test does on a page for the touch that lets it
/// make a sound: a page that is to be silent is only opened, and looked at from the owner's table.
/// </summary>
public sealed class SoundTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    private const string Talk = "Talk";

    private static readonly RoomSound AllCues = new() { Tone = Tone.Beep, AtWarning = true, AtDanger = true };

    [Fact]
    public async Task Each_cue_is_heard_once_and_on_all_pages_together()
    {
        var (owner, room) = await OwnerOfAsync(AllCues, TimeSpan.FromSeconds(12));
        var viewers = new List<Person>();
        foreach (var roundTrip in new[] { 1, 20, 100, 300 }) viewers.Add(await HearingAsync(room, Link(owner.Server, roundTrip)));

        await owner.Person.Room.Timer(Talk).PressAsync("Start");
        await owner.Person.Room.Timer(Talk).PressAsync("Pause");  // what was planned is taken back
        await owner.Person.Room.Timer(Talk).PressAsync("Resume");

        var heard = await Task.WhenAll(viewers.Select(viewer => viewer.CuesAsync(3)));
        Assert.All(heard, cues => Assert.Equal(["danger", "warning", "zero"], cues.Select(cue => cue.Name).Order()));
        foreach (var cue in heard.SelectMany(cues => cues).GroupBy(cue => cue.Name))
        {
            var spread = cue.Max(one => one.Real) - cue.Min(one => one.Real);
            output.WriteLine($"{cue.Key}: {spread:0.0} ms apart");
            Assert.InRange(spread, 0, 50);
        }
    }

    [Fact]
    public async Task The_owner_sees_which_pages_are_blocked_armed_muted_and_silent()
    {
        var (owner, room) = await OwnerOfAsync(new(), TimeSpan.FromHours(1), silentLink: true);
        await owner.Screens.OpenAsync();

        await AskedAsync(room, owner.Server, "blocked");
        await owner.Screens.SaysAsync("Viewer 2", "blocked");

        var armed = await AskedAsync(room, owner.Server, "armed");
        await armed.EnableSoundAsync();
        await owner.Screens.SaysAsync("Viewer 3", "armed");

        var muted = await AskedAsync(room, owner.Server, "muted");
        await muted.Page.GetByRole(AriaRole.Button, new() { Name = "Not here", Exact = true }).ClickAsync();
        await owner.Screens.SaysAsync("Viewer 4", "muted");
        await Expect(muted.Page.GetByRole(AriaRole.Button, new() { Name = "Enable sound", Exact = true })).ToBeHiddenAsync();

        var silent = await VisitorAsync(owner.Server, "silent", asksForSound: true);
        await silent.OpenAsync($"/v/{room.Links[1].Token}");
        await owner.Screens.SaysAsync("Viewer 5", "silent");

        await armed.Page.GetByText("This screen", new() { Exact = true }).ClickAsync();
        await armed.Page.GetByRole(AriaRole.Button, new() { Name = "Sound off here" }).ClickAsync();
        await owner.Screens.SaysAsync("Viewer 3", "muted");
        await armed.Page.GetByRole(AriaRole.Button, new() { Name = "Sound on here" }).ClickAsync();
        await owner.Screens.SaysAsync("Viewer 3", "armed");
    }

    [Fact, Trait("Category", "Long")]
    public async Task A_page_that_was_armed_stays_so_over_a_kill_and_is_remembered_when_it_is_opened_again()
    {
        var (owner, room) = await OwnerOfAsync(AllCues with { AtWarning = false, AtDanger = false }, TimeSpan.FromSeconds(25));
        var viewer = await HearingAsync(room, Link(owner.Server, 1));
        await owner.Person.Room.Timer(Talk).PressAsync("Start");
        await viewer.Viewer.Timer(Talk).IsAsync("running");

        await owner.Server.KillAsync();
        await viewer.Viewer.IsNotLiveAsync();
        await owner.Server.StartAsync();
        await viewer.Viewer.IsLiveAsync();

        Assert.Equal(["zero"], (await viewer.CuesAsync(1)).Select(cue => cue.Name));
        await owner.Person.Room.IsLiveAsync();
        await owner.Screens.OpenAsync();
        await Expect(owner.Screens.Table).ToContainTextAsync("armed", new() { Timeout = 15_000 });
        await viewer.Page.CloseAsync();
        var again = await viewer.Context.NewPageAsync();
        await again.GotoAsync($"{viewer.Address}/v/{room.ViewLink!.Token}");
        await again.Mouse.ClickAsync(5, 5);
        await owner.Screens.SaysAsync("Viewer 3", "armed");
    }

    [Fact]
    public async Task The_sound_is_chosen_and_heard_on_the_control_page_and_the_tab_says_how_long_is_left()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [(Talk, "10:00")]);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "More for the room" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sound", Exact = true }).ClickAsync();
        var dialog = owner.Page.GetByRole(AriaRole.Dialog, new() { Name = "Sound", Exact = true });
        await dialog.GetByLabel("Tone").SelectOptionAsync("Marimba");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hear it" }).ClickAsync();
        await dialog.GetByLabel("when the warning begins").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(owner.Page.Locator("room-sound")).ToHaveAttributeAsync("data-sound", "marimba 70 warning,zero wordless");

        await owner.Room.Timer(Talk).PressAsync("Start");
        await Expect(owner.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^09:5[0-9] Talk · "));
        await owner.Room.Timer(Talk).PressAsync("Pause");
        await Expect(owner.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^The sound"));
        Assert.Empty(owner.Faults);
    }

    [Fact]
    public async Task Among_the_rooms_the_tab_says_what_runs_and_no_more()
    {
        var owner = await OwnerOfRoomAsync(await OwnServerAsync(), [("A  talk", "10:00")]);
        await owner.Room.PressAsync("Start all");
        await owner.OpenAsync("/rooms");
        for (var seconds = 0; seconds < 3; seconds++)
        {
            await Expect(owner.Page).Not.ToHaveTitleAsync(await owner.Page.TitleAsync());
            await Expect(owner.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^[0-9:]+ A talk · My rooms · TimerRooms$"));
        }
    }

    private async Task<(OwnerAtTable, Room)> OwnerOfAsync(RoomSound sound, TimeSpan length, bool silentLink = false)
    {
        var room = Hall.Of(Hall.Countdown(Talk, length) with { AtZero = Core.Timers.AtZero.Stop }) with { Sound = sound };
        if (silentLink) room = room with { Links = room.Links.Add(new(Guid.CreateVersion7(), LinkScope.View, "Balcony") { Token = Tokens.New(), IsSilent = true }) };
        var server = await OwnServerAsync();
        await server.PlantAsync(room);
        var owner = await OwnerAsync(server);
        await owner.OpenAsync($"/rooms/{room.Id}");
        await owner.Room.IsLiveAsync();
        return (new(server, owner, new(owner.Page)), room);
    }

    private async Task<Person> AskedAsync(Room room, AppServer server, string name)
    {
        var person = await VisitorAsync(server, name, asksForSound: true);
        await person.OpenAsync($"/v/{room.ViewLink!.Token}");
        return person;
    }

    private async Task<Person> HearingAsync(Room room, LinkProxy link)
    {
        var viewer = await VisitorAsync(await Shared, link.Address[^5..], through: link, asksForSound: true);
        await viewer.KeepCuesAsync();
        await viewer.OpenAsync($"/v/{room.ViewLink!.Token}");
        await viewer.Viewer.IsLiveAsync();
        await viewer.EnableSoundAsync();
        return viewer;
    }

    private sealed record OwnerAtTable(AppServer Server, Person Person, ScreenTable Screens);
}
