namespace TimerRooms.E2E.Testing;

/// <summary>Amounts that were measured, in milliseconds, and how they spread.</summary>
public sealed class Figures(IEnumerable<double> measured)
{
    /// <summary>Above a table of such rows.</summary>
    public const string Head = "                              count     p50     p95     p99    most";

    private readonly double[] sorted = [.. measured.Order()];

    /// <summary>How far from the middle one each is.</summary>
    public static Figures AroundMedian(IReadOnlyCollection<double> measured)
    {
        var median = new Figures(measured).Part(0.5);
        return new(measured.Select(one => Math.Abs(one - median)));
    }

    public int Count => sorted.Length;

    /// <summary>What this share of all does not exceed.</summary>
    public double Part(double share) =>
        sorted.Length > 0 ? sorted[(int)Math.Ceiling(sorted.Length * share) - 1] : throw new InvalidOperationException("Nothing was measured.");

    public string Row(string name) => $"{name,-28} {Count,6} {Part(0.5),7:0.0} {Part(0.95),7:0.0} {Part(0.99),7:0.0} {Part(1),7:0.0}";
}
