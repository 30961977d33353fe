using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Pages;

/// <summary>A page that is only looked at acknowledges several renderings at once, as wwwroot/clock/acknowledge.js does.</summary>
/// <param name="send">Sends a message; false if that cannot be done any more.</param>
internal sealed class Acknowledging(Func<byte[], bool> send)
{
    private const int Together = 8, Most = 10, AtOnce = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(1500), ShortWait = TimeSpan.FromMilliseconds(120);

    private readonly TimeSpan late = PageManner.MostLate * Random.Shared.NextDouble();
    private readonly Lock gate = new();
    private int drawn, kept;

    public void Draw(long batch)
    {
        int number;
        lock (gate)
        {
            number = ++drawn;
            if (number > AtOnce && ++kept < Most)
            {
                var wait = (kept < Together ? LongestWait : ShortWait) * (0.5 + Random.Shared.NextDouble() / 2);
                Wheel.Common.After(kept < Together ? PageManner.UntilMoment(DateTimeOffset.UtcNow, wait, late) : wait, () => TellUnlessMoreCame(batch, number));
                return;
            }
            kept = 0;
        }
        send(PageManner.Acknowledgement(batch));
    }

    private void TellUnlessMoreCame(long batch, int number)
    {
        lock (gate)
        {
            if (number != drawn) return;
            kept = 0;
        }
        send(PageManner.Acknowledgement(batch));
    }
}
