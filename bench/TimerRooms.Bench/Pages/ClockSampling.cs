using TimerRooms.Bench.Wire;
using TimerRooms.E2E.Testing.Raw;

namespace TimerRooms.Bench.Pages;

/// <summary>Asks for the server's time, often at first and then with every beat, for as long as it can be sent.</summary>
internal sealed class ClockSampling
{
    private readonly byte[] ask;
    private readonly Func<byte[], bool> send;

    // by its network, its timers and what its clock is wrong by
    private readonly TimeSpan late = PageManner.MostLate * Random.Shared.NextDouble();

    /// <param name="clock">What the server gave the page to ask.</param>
    /// <param name="send">Sends a message; false if that cannot be done any more.</param>
    public ClockSampling(long clock, Func<byte[], bool> send)
    {
        ask = HubCodec.Call(null, "BeginInvokeDotNetFromJS", PageManner.SampleName, null, "Now", clock, PageManner.State);
        this.send = send;
        foreach (var wait in PageManner.Burst) Wheel.Common.After(wait, () => send(ask));
        // a page beats from when its script was loaded, each from another moment
        Wheel.Common.After(PageManner.NextBeat(DateTimeOffset.UtcNow, late) * Random.Shared.NextDouble(), Beat);
    }

    private void Beat()
    {
        if (send(ask)) Wheel.Common.After(PageManner.NextBeat(DateTimeOffset.UtcNow, late), Beat);
    }
}
