using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>A viewer's circuit does what the framework's script can be made to ask of it, and no more.</summary>
public sealed class ForgedTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    // keeps the object by which the page asks for the time: others can be made of its kind, with any id
    private const string KeepClock = """
        Object.defineProperty(window, 'timerRooms', {
          configurable: true,
          set(given) {
            const measureBy = given.measureBy;
            given.measureBy = object => measureBy(window.kept = object);
            Object.defineProperty(window, 'timerRooms', { value: given });
          }
        });
        """;

    // how many of the calls were carried out, refused, or never answered as the circuit was ended for them
    private const string Forge = """
        async timer => {
          const of = id => new window.kept.constructor(id, window.kept._callDispatcher);
          const calls = [DotNet.invokeMethodAsync('TimerRooms.Web', 'DropAsync', timer, null), DotNet.invokeMethodAsync('TimerRooms.Core', 'ExecuteAsync', timer)];
          for (let id = 0; id < 12; id++) {
            calls.push(of(id).invokeMethodAsync('DropAsync', timer, null), of(id).invokeMethodAsync('ExecuteAsync', timer));
            for (let handler = 0; handler < 20; handler++)
              calls.push(of(id).invokeMethodAsync('DispatchEventAsync', { eventHandlerId: handler, eventName: 'click', eventFieldInfo: null }, { type: 'click', detail: 1 }));
          }
          const late = new Promise(resolve => setTimeout(() => resolve('unanswered'), 3000));
          const ends = await Promise.all(calls.map(call => Promise.race([call.then(() => 'done', () => 'refused'), late])));
          return ['done', 'refused', 'unanswered'].map(kind => ends.filter(end => end === kind).length).join(' ');
        }
        """;

    [Fact]
    public async Task Forged_events_and_calls_from_a_viewers_page_change_nothing()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, [(Talk, "10:00"), ("Break", "5:00")], "Main hall");
        var link = await owner.Room.TakeLinkAsync();
        var (forger, other) = (await VisitorAsync(server, "forger"), await ViewerAsync(server, link));
        await forger.Context.AddInitScriptAsync(KeepClock);
        await forger.OpenAsync(link.AbsoluteUri);
        await forger.Viewer.IsLiveAsync();
        // the object is real, and such calls arrive
        Assert.NotEmpty(await forger.Page.EvaluateAsync<string>("new window.kept.constructor(window.kept._id, window.kept._callDispatcher).invokeMethodAsync('Now', '')"));
        var room = new Guid(owner.Page.Url.Split('/')[^1]);
        var before = await server.HistoryAsync(room);

        var answers = await forger.Page.EvaluateAsync<string>(Forge, before.Room.Timers[1].Id);

        Assert.StartsWith("0 ", answers, StringComparison.Ordinal);
        var after = await server.HistoryAsync(room);
        Assert.Equal((before.Room.Version, before.Journal.Count), (after.Room.Version, after.Journal.Count));
        await owner.Room.Timer(Talk).PressAsync("Start");
        foreach (var viewer in new[] { other, forger }) await viewer.Viewer.Timer(Talk).IsAsync("running");
    }
}
