using System.Collections.Concurrent;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Live;

/// <summary>Fifty people press at random in one room; what came of it is told by the journal alone, without the rules.</summary>
public sealed class CrowdTests
{
    private const int People = 50, Presses = 40;

    private static readonly Guid[] Timers = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public async Task Nothing_is_lost_everyone_ends_with_the_same_and_the_journal_accounts_for_all_of_it()
    {
        await using var core = await TestCore.StartAsync();
        var room = await core.RoomAsync([.. Timers.Select(id => new AddTimer(id, "Talk", TimeSpan.FromHours(1)))]);
        var link = new AddLink(Guid.CreateVersion7(), LinkScope.Control, "Team", Tokens.New());
        await room.DoAsync(link);
        var people = Enumerable.Range(1, People).Select(number => new Page(room, number, link.LinkId)).ToList();

        await Task.WhenAll(people.Select(person => person.PressAsync()));
        foreach (var person in people) await person.CaughtUpAsync();

        Assert.All(people, person => Assert.Same(room.Current, person.Seen));
        var journal = await core.JournalAsync(room.Current.Id);
        Assert.Equal(room.Current.Timers, JournalCheck.Follow(journal));
        foreach (var person in people)
            Assert.Equal(person.Acknowledged.Select(RoomJson.Write), journal.Where(change => change.By.PersonId == person.Me.PersonId && change.Command is AddTime).Select(change => RoomJson.Write(change.Command)));
    }

    /// <summary>One person at one page, who presses and looks again whenever something changed.</summary>
    private sealed class Page
    {
        private readonly LiveRoom room;
        private readonly Random chance;
        private readonly SemaphoreSlim looked = new(0);

        public Page(LiveRoom room, int number, Guid link)
        {
            (this.room, chance, Seen) = (room, new Random(number), room.Current);
            Me = new(null, $"Guest {number}") { LinkId = link, PersonId = Actor.PersonOfDevice($"{number}") };
            room.Watch(() => { Seen = room.Current; looked.Release(); return Task.CompletedTask; });
        }

        public Actor Me { get; }

        public Room Seen { get; private set; }

        public ConcurrentQueue<RoomCommand> Acknowledged { get; } = [];

        public async Task PressAsync()
        {
            for (var press = 0; press < Presses; press++)
            {
                await Task.Yield();
                var timer = Timers[chance.Next(Timers.Length)];
                RoomCommand command = chance.Next(4) switch
                {
                    0 => new StartTimer(timer),
                    1 => new PauseTimer(timer),
                    2 => new AddTime(timer, TimeSpan.FromSeconds(chance.Next(1, 60))),
                    _ => new EditTimer(timer) { Title = new(room.Current.Timer(timer)!.Title, $"{Me.Name} {press}") },
                };
                // adding time always changes something; of the others only the journal says whether they did
                if (await room.ExecuteAsync(command, Me) is null && command is AddTime) Acknowledged.Enqueue(command);
            }
        }

        public async Task CaughtUpAsync()
        {
            while (!ReferenceEquals(Seen, room.Current)) Assert.True(await looked.WaitAsync(LiveRooms.Patience));
        }
    }
}
