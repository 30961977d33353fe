using TimerRooms.Core.Rooms;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>What goes with a cue beside its tone. The browser's own means are stood in for, as no test browser can be felt.</summary>
public sealed class CueTests(Site site) : StageTests(site)
{
    private const string Senses = """
        window.told = [];
        Object.defineProperty(document, 'hidden', { get: () => told.length >= 4 });  // who has been told twice looks elsewhere
        navigator.vibrate = pattern => told.push('shakes ' + [].concat(pattern).length);
        speechSynthesis.speak = words => told.push('says ' + words.text);
        window.Notification = function (title, what) { told.push('tells ' + title + ': ' + what.body); };
        Notification.permission = 'granted';
        new MutationObserver(changes => { if (changes.some(change => change.target.classList.contains('flash'))) told.push('flashes'); })
          .observe(document, { subtree: true, attributeFilter: ['class'] });
        """;

    [Fact]
    public async Task A_device_shakes_and_speaks_with_each_cue_and_at_zero_flashes_and_tells_who_looks_elsewhere()
    {
        var room = Hall.Of(Hall.Countdown("Talk", TimeSpan.FromSeconds(8)) with { WarningLeft = TimeSpan.FromSeconds(5), DangerLeft = TimeSpan.FromSeconds(3) }) with { Sound = new() { AtWarning = true, AtDanger = true, Speaks = true } };
        var server = await OwnServerAsync();
        await server.PlantAsync(room);
        var owner = await OwnerAsync(server);
        await owner.OpenAsync($"/rooms/{room.Id}");
        await owner.Room.IsLiveAsync();
        var viewer = await VisitorAsync(server, asksForSound: true);
        await viewer.Context.AddInitScriptAsync(Senses);
        await viewer.OpenAsync($"/v/{room.ViewLink!.Token}");
        await viewer.Viewer.IsLiveAsync();
        await viewer.EnableSoundAsync();

        await owner.Room.Timer("Talk").PressAsync("Start");
        await viewer.Page.WaitForFunctionAsync("() => told.indexOf('flashes') >= 0");

        Assert.Equal(
            ["shakes 1", "says Talk: 5 seconds left", "shakes 1", "says Talk: 3 seconds left", "tells Talk: Time is up.", "shakes 5", "says Talk: time is up", "flashes"],
            await viewer.Page.EvaluateAsync<string[]>("told"));
    }
}
