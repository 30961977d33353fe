using System.Buffers.Binary;
using TimerRooms.E2E.Testing.Raw;

namespace TimerRooms.Bench.Pages;

/// <summary>What a page of ours says without being asked; as the framework's script and those in wwwroot/clock have it.</summary>
public static class PageManner
{
    private static readonly byte[] Rendered = HubCodec.Call(null, "OnRenderCompleted", long.MaxValue, null);

    // after the number stand "no fault" and "no streams"
    private static readonly int NumberAt = Rendered.Length - 2 - sizeof(long);

    /// <summary>By which the answer to such a question is known.</summary>
    public const string SampleName = "now";

    /// <summary>What a page says about itself with each such question, as long as nobody has touched it.</summary>
    public const string State = """["1 0 blocked 0 12.3 0.4 6.1 -"]""";

    /// <summary>When a page that has just become live asks for the server's time.</summary>
    public static readonly IReadOnlyList<TimeSpan> Burst = [.. new[] { 0, 150, 500, 1200, 2200 }.Select(wait => TimeSpan.FromMilliseconds(wait))];

    /// <summary>By how much a page may be later than another whose time it is at the same moment.</summary>
    public static readonly TimeSpan MostLate = TimeSpan.FromMilliseconds(20);

    // a beat comes 6.05 to 6.9 s after the last, when it is the turn of all
    private static readonly TimeSpan ShortestBeat = TimeSpan.FromMilliseconds(6050), Together = TimeSpan.FromMilliseconds(850), Moment = TimeSpan.FromMilliseconds(64);

    /// <summary>In how long it does so again. As often as that, nobody needs to ping.</summary>
    public static TimeSpan NextBeat(DateTimeOffset now, TimeSpan late) => Until(Together, now, ShortestBeat, late);

    /// <summary>In how long it acknowledges a single change if it waits at least so long: pages do so at the same moments.</summary>
    public static TimeSpan UntilMoment(DateTimeOffset now, TimeSpan wait, TimeSpan late) => Until(Moment, now, wait, late);

    /// <summary>What acknowledges a render batch and all before it.</summary>
    public static byte[] Acknowledgement(long batch)
    {
        var said = Rendered.ToArray();
        BinaryPrimitives.WriteInt64BigEndian(said.AsSpan(NumberAt), batch);
        return said;
    }

    // the first moment that all pages share, after at least so long a wait
    private static TimeSpan Until(TimeSpan every, DateTimeOffset now, TimeSpan wait, TimeSpan late) =>
        wait + every - TimeSpan.FromTicks((now - DateTimeOffset.UnixEpoch - late + wait).Ticks % every.Ticks);
}
