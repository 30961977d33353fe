using System.Diagnostics;
using TimerRooms.Bench.Servers;

namespace TimerRooms.Bench.Crowds;

/// <summary>What came of some changes of one room: when they were told, and when each page had them.</summary>
public sealed class FanOut
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<double> received = [];

    /// <summary>Milliseconds from each change to each page that has it.</summary>
    public Spread Received => new(received);

    /// <summary>From the press to the presser's own page, and from the write to it.</summary>
    public Spread PressToOwn { get; private set; } = new([]);

    public Spread WriteToOwn { get; private set; } = new([]);

    /// <summary>Updates that did not come.</summary>
    public int Missed { get; private set; }

    /// <summary>Changes that the server did not make, as a press that is carried out too late would surprise people.</summary>
    public int Refused { get; private set; }

    /// <summary>Of the server, for each update.</summary>
    public double CpuMicroseconds { get; private set; }

    /// <param name="pause">Between a change that all have and the next.</param>
    public static async Task<FanOut> RunAsync(TestedServer server, int room, Crowd crowd, int changes, TimeSpan pause)
    {
        var fanOut = new FanOut();
        await server.PublishedAsync();
        var (cpu, own, writes) = (server.Process.Cpu, new List<double>(), new List<double>());
        for (var change = 0; change < changes; change++)
        {
            var before = crowd.Pages.Select(page => page.Updates).ToList();
            crowd.Expect(crowd.Pages.Count);
            var pressedAt = Stopwatch.GetTimestamp();
            await server.PublishAsync(room);
            var cameAll = await crowd.AllAsync(Patience);
            var told = await server.PublishedAsync();
            if (told.Count == 0)
            {
                fanOut.Refused++;
                continue;
            }
            fanOut.Note(crowd, before, told[^1]);
            if (server is TimerRoomsServer rooms)
            {
                var ownAt = await rooms.OwnUpdateAsync(room, pressedAt);
                own.Add(Between(pressedAt, ownAt));
                writes.Add(Between(told[^1], ownAt));
            }
            if (cameAll) await Task.Delay(pause);
        }
        fanOut.CpuMicroseconds = (server.Process.Cpu - cpu).TotalMicroseconds / Math.Max(1, fanOut.received.Count);
        (fanOut.PressToOwn, fanOut.WriteToOwn) = (new(own), new(writes));
        return fanOut;
    }

    /// <summary>All of these as one, but for the presser's own page.</summary>
    public static FanOut Of(IReadOnlyList<FanOut> parts)
    {
        var all = new FanOut { Missed = parts.Sum(part => part.Missed), Refused = parts.Sum(part => part.Refused) };
        foreach (var part in parts) all.received.AddRange(part.received);
        all.CpuMicroseconds = parts.Sum(part => part.CpuMicroseconds * part.received.Count) / Math.Max(1, all.received.Count);
        return all;
    }

    /// <summary>What is told of any server that was driven.</summary>
    public IReadOnlyList<(string Name, string Unit, double Value)> Figures(TestedServer server) =>
    [
        ("publish to received, p50", "ms", Received.Part(0.5)),
        ("publish to received, p99", "ms", Received.Part(0.99)),
        ("publish to received, last", "ms", Received.Part(1)),
        ("server CPU per update", "µs", CpuMicroseconds),
        ("updates missed", "", Missed),
        ("memory (RSS)", "MB", server.Process.Memory / 1e6),
    ];

    private void Note(Crowd crowd, List<int> before, long toldAt)
    {
        for (var index = 0; index < before.Count; index++)
        {
            var page = crowd.Pages[index];
            if (page.Updates > before[index]) received.Add(Between(toldAt, page.UpdatedAt));
            else Missed++;
        }
    }

    private static double Between(long from, long to) => Math.Max(0, (to - from) * 1000.0 / Stopwatch.Frequency);
}
