namespace TimerRooms.Bench.Report;

/// <summary>One axis of a plot: where a value stands, 0 to 1, and which values are written beside it.</summary>
internal sealed record Axis(string Label, double Low, double High, bool IsLogarithmic, IReadOnlyList<double> Ticks)
{
    public double At(double value) => IsLogarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);

    /// <summary>With a tick at each value that was measured.</summary>
    public static Axis Measured(string label, IReadOnlyList<double> values, bool isLogarithmic) => new(label, values.Min(), values.Max(), isLogarithmic, values);

    /// <summary>From zero, with a handful of round ticks.</summary>
    public static Axis FromZero(string label, double most)
    {
        var rough = most / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        var steps = (int)Math.Ceiling(most / step);
        return new(label, 0, steps * step, false, [.. Enumerable.Range(0, steps + 1).Select(index => index * step)]);
    }

    /// <summary>Over the powers of ten between which all values lie.</summary>
    public static Axis Decades(string label, IReadOnlyList<double> values)
    {
        var low = (int)Math.Floor(Math.Log10(values.Min()));
        var high = Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(values.Max())));
        return new(label, Math.Pow(10, low), Math.Pow(10, high), true, [.. Enumerable.Range(low, high - low + 1).Select(power => Math.Pow(10, power))]);
    }
}
