using System.Diagnostics;

namespace TimerRooms.Bench.Wire;

/// <summary>Does small things later, by the thousand, on one thread: a turn of its slots is longer than anything waits.</summary>
public sealed class Wheel
{
    private const int Slots = 16_384;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <summary>The one there is.</summary>
    public static readonly Wheel Common = new();

    private readonly List<Action>[] slots = [.. Enumerable.Range(0, Slots).Select(_ => new List<Action>())];
    private readonly long startedAt = Stopwatch.GetTimestamp();
    private int done;

    private Wheel() => new Thread(Turn) { IsBackground = true, Name = "wheel" }.Start();

    /// <param name="delay">Less than 12 s.</param>
    public void After(TimeSpan delay, Action act)
    {
        var slot = slots[(Volatile.Read(ref done) + 1 + (int)(delay / Step)) % Slots];
        lock (slot) slot.Add(act);
    }

    private void Turn()
    {
        var due = new List<Action>();
        while (true)
        {
            Thread.Sleep(Step);
            for (var reached = (int)(Stopwatch.GetElapsedTime(startedAt) / Step); done < reached;)
            {
                var slot = slots[(done + 1) % Slots];
                Volatile.Write(ref done, done + 1);
                lock (slot)
                {
                    due.AddRange(slot);
                    slot.Clear();
                }
                foreach (var act in due) act();
                due.Clear();
            }
        }
    }
}
