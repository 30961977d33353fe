using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Crash;

/// <summary>
/// Twenty people who click as fast as they are answered, in a few rooms. Every click leaves a mark of its own in the room
/// (the name of a timer), and a line before it is sent and after it is answered: the ledger of whoever kills this process.
/// </summary>
internal static class Clickers
{
    private const int People = 20, Rooms = 4;

    public static async Task RunAsync(string directory, int seed)
    {
        await using var services = await RealCore.StartAsync(directory);
        var registry = services.GetRequiredService<RoomRegistry>();
        while (registry.OwnedBy(Owner.AccountId!).Count < Rooms) await registry.CreateAsync("Crash room", Owner);
        var rooms = registry.OwnedBy(Owner.AccountId!);
        Say("ready");
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(() => ClickAsync(rooms[person % Rooms], new Random(seed + person)))));
    }

    private static async Task ClickAsync(LiveRoom room, Random random)
    {
        while (true)
        {
            var mark = Guid.CreateVersion7();
            var timer = room.Current.Timers.ElementAtOrDefault(random.Next(12));
            RoomCommand command = timer is null ? new AddTimer(mark, $"{mark}", OneMinute) : Click(timer, mark, random);
            Say($"sent {mark}");
            var refusal = await room.ExecuteAsync(command, Owner);
            Say($"{Outcome(refusal)} {mark}");
            if (random.Next(3) == 0) await room.ExecuteAsync(new StartAll(), Owner);
        }
    }

    // what was not saved in time may have been saved since: only other refusals are final
    private static string Outcome(Refusal? refusal) => refusal?.Kind switch
    {
        null => "done",
        RefusalKind.NotSaved => "unknown",
        _ => "refused",
    };

    private static EditTimer Click(TimerRooms.Core.Timers.RoomTimer timer, Guid mark, Random random) => random.Next(4) == 0
        ? new EditTimer(timer.Id) { Title = new(timer.Title, $"{mark}"), Duration = new(timer.Duration, TimeSpan.FromSeconds(random.Next(1, 100))) }
        : new EditTimer(timer.Id) { Title = new(timer.Title, $"{mark}") };

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
