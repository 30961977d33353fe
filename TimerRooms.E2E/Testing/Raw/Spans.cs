namespace TimerRooms.E2E.Testing.Raw;

/// <summary>How long something took, many times.</summary>
public sealed class Spans(IEnumerable<TimeSpan> spans)
{
    private readonly List<TimeSpan> sorted = [.. spans.Order()];

    public int Count => sorted.Count;
    public TimeSpan Least => sorted[0];
    public TimeSpan Most => sorted[^1];

    /// <summary>The span within which this share lies, 0.95 for instance.</summary>
    public TimeSpan Part(double share) => sorted[(int)Math.Ceiling(sorted.Count * share) - 1];

    public Spans With(Spans others) => new(sorted.Concat(others.sorted));

    public override string ToString() => Count == 0 ? "none" :
        $"{Count}: p50 {Text(Part(0.5))}, p95 {Text(Part(0.95))}, p99 {Text(Part(0.99))}, most {Text(Most)}";

    private static string Text(TimeSpan span) => span.TotalSeconds < 1 ? $"{span.TotalMilliseconds:0} ms" : $"{span.TotalSeconds:0.0} s";
}
