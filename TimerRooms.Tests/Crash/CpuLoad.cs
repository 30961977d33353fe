using System.Diagnostics;
using System.Globalization;

namespace TimerRooms.Tests.Crash;

/// <summary>Keeps every processor busy for a share of the time, in short turns, until disposed.</summary>
internal sealed class CpuLoad : IDisposable
{
    private const double Turn = 10;  // milliseconds

    private readonly ManualResetEventSlim end = new();
    private readonly List<Thread> threads;
    private readonly (double Busy, double All)? before = Ticks();

    public CpuLoad(double share)
    {
        threads = [.. Enumerable.Range(0, share > 0 ? Environment.ProcessorCount : 0).Select(_ => new Thread(() => Burn(share)))];
        threads.ForEach(thread => thread.Start());
    }

    /// <summary>How busy the machine really was since the start, whoever kept it so; null where it does not tell.</summary>
    public double? Measured => (before, Ticks()) is ({ } then, { } now) ? (now.Busy - then.Busy) / (now.All - then.All) : null;

    public void Dispose()
    {
        end.Set();
        threads.ForEach(thread => thread.Join());
        end.Dispose();
    }

    private void Burn(double share)
    {
        do
        {
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed.TotalMilliseconds < Turn * share) Thread.SpinWait(100);
        }
        while (!end.Wait(TimeSpan.FromMilliseconds(Turn * (1 - share))));
    }

    /// <summary>The first line of Linux's /proc/stat: user, nice, system, idle, waiting for a disk, …</summary>
    private static (double Busy, double All)? Ticks()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }
}
