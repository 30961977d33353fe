using TimerRooms.Core.Rooms;
using TimerRooms.E2E.Testing;
using TimerRooms.Tests.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

/// <summary>Fifty people with fifty pages press at random in one room.</summary>
public sealed class CrowdedRoomTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    private const int People = 50;

    // what is shown after this was pressed before it
    private const string Over = "Over";

    private static readonly string[] Titles = ["Opening", "Talk", "Questions"];

    private const string Timers = """
        JSON.stringify([...document.querySelectorAll('article')].map(article => [article.querySelector('h2').innerText, { ...article.querySelector('timer-face').dataset }, [...article.querySelectorAll('footer button')].map(button => button.innerText)]))
        """;

    // presses like a hand does: a button that is there and enabled, then a rest; looks on until nothing has changed for a while. One
    // machine that paints fifty pages may be behind, and a page lose its connection: then the person is told that what was pressed of
    // late was not done, or may not have been. Counts the presses that always change something, and those of them nobody was told of.
    private const string PressAtRandom = $$"""
        async seconds => {
          const rest = milliseconds => new Promise(rested => setTimeout(rested, milliseconds));
          const timers = () => {{Timers}};
          const added = [];
          const isTold = node => node.matches && (node.matches('.notice[data-error]') || node.querySelector('.notice[data-error]'));
          new MutationObserver(changes => {
            if (!changes.some(change => [...change.addedNodes].some(isTold))) return;
            added.filter(press => press.at > performance.now() - 15000).forEach(press => { press.isSure = false; });
          }).observe(document.body, { subtree: true, childList: true });

          const until = performance.now() + 1000 * seconds;
          while (performance.now() < until) {
            const names = ['Start', 'Pause', 'Resume', '+1 min', '-1 min'];
            const buttons = [...document.querySelectorAll('article button:enabled')].filter(button => names.includes(button.textContent.trim()));
            const button = buttons[Math.floor(Math.random() * buttons.length)];
            if (button?.textContent.trim() === '+1 min') added.push({ at: performance.now(), isSure: true });
            button?.click();
            await rest(2000 + 6000 * Math.random());
          }
          for (let before; before !== timers();) {
            before = timers();
            await rest(3000);
          }
          return [added.length, added.filter(press => press.isSure).length];
        }
        """;

    [Fact, Trait("Category", "Long")]
    public async Task After_a_minute_of_pressing_all_pages_show_the_same_nothing_is_lost_and_the_journal_accounts_for_it()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerOfRoomAsync(server, Titles.Select(title => (title, "1h")), "Crowd");
        var link = await owner.Room.TakeControlLinkAsync();
        var people = new List<Person>();
        for (var number = 1; number <= People; number++) people.Add(await (await VisitorAsync(server, $"p{number}", test: "Crowd")).JoinAsync(link));

        var added = await Task.WhenAll(people.Select(person => person.Page.EvaluateAsync<int[]>(PressAtRandom, 60)));

        await owner.Room.RenameTimerAsync(Titles[0], Over);
        foreach (var person in people) await Expect(person.Room.Heading(Over)).ToBeVisibleAsync();
        var (room, journal) = await server.HistoryAsync(new Guid(owner.Page.Url.Split('/')[^1]));
        var (pressed, sure) = (added.Sum(one => one[0]), added.Sum(one => one[1]));
        output.WriteLine($"{journal.Count} changes, +1 min was pressed {pressed} times, {pressed - sure} of them shortly before someone was told that it was not done");
        var shown = await ShownAsync(owner);
        foreach (var person in people) Assert.Equal(shown, await ShownAsync(person));
        Assert.Equal(room.Timers, JournalCheck.Follow(journal));
        Assert.InRange(journal.Count(change => change.Command is AddTime { Amount.Ticks: > 0 }), sure, pressed);
        Assert.True(sure > pressed / 2, "most of it was refused: the machine is too slow to tell anything by this");
    }

    private static Task<string> ShownAsync(Person person) => person.Page.EvaluateAsync<string>(Timers);
}
