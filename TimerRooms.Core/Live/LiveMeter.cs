using System.Diagnostics.Metrics;

namespace TimerRooms.Core.Live;

/// <summary>What a host can have measured, with any tool that listens to meters; nobody listening, nothing is kept.</summary>
internal static class LiveMeter
{
    private static readonly Meter Meter = new("TimerRooms");

    /// <summary>From a command's decision until its change is on disk; told before anyone looks again.</summary>
    public static readonly Histogram<double> CommandDuration =
        Meter.CreateHistogram<double>("timerrooms.command.duration", "s", "From a command's decision until its change is on disk.");
}
