using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TimerRooms.Core.Time;

/// <summary>How long the host has been up, time in suspend included, whatever is done to its wall clock.</summary>
internal static partial class HostUptime
{
    // the monotonic clocks that go on in suspend: CLOCK_BOOTTIME of Linux, CLOCK_MONOTONIC of macOS
    private const int LinuxBootTime = 7;
    private const int MacMonotonic = 6;

    public static TimeSpan Read()
    {
        if (OperatingSystem.IsLinux()) return Read(LinuxBootTime);
        if (OperatingSystem.IsMacOS()) return Read(MacMonotonic);
        return Stopwatch.GetElapsedTime(0);  // on Windows the counter goes on in suspend
    }

    private static TimeSpan Read(int clock)
    {
        if (ClockGetTime(clock, out var time) != 0) throw new InvalidOperationException("The host has no clock that goes on in suspend.");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
