namespace TimerRooms.Bench.Crowds;

/// <summary>Many measurements of one thing.</summary>
public sealed class Spread(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public int Count => sorted.Length;

    /// <summary>The value below which this share lies, as 0.99; not a number if nothing was measured.</summary>
    public double Part(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)];
}
