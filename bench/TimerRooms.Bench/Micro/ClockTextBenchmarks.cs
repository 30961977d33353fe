using BenchmarkDotNet.Attributes;
using TimerRooms.Core.Timers;

namespace TimerRooms.Bench.Micro;

/// <summary>The digits of one timer.</summary>
public class ClockTextBenchmarks
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly RoomTimer countdown = new RoomTimer(Guid.CreateVersion7(), "Talk", TimerKind.Countdown, TimeSpan.FromMinutes(20)) { AtZero = AtZero.Overtime }.Start(Start);
    private readonly RoomTimer countUp = new RoomTimer(Guid.CreateVersion7(), "Open end", TimerKind.CountUp, TimeSpan.Zero).Start(Start);

    [Benchmark(Description = "Digits of a countdown")]
    public string Countdown() => ClockText.Of(countdown, Start.AddMinutes(3.3));

    [Benchmark(Description = "Digits of overtime")]
    public string Overtime() => ClockText.Of(countdown, Start.AddMinutes(23.3));

    [Benchmark(Description = "Digits of a count-up over an hour")]
    public string CountUp() => ClockText.Of(countUp, Start.AddMinutes(83.3));
}
