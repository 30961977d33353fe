namespace TimerRooms.Bench.Report;

internal enum Measure
{
    AtMost,
    AtLeast,

    /// <summary>At most so many times what Socket.IO took in the same round.</summary>
    TimesSocketIo,
}

/// <summary>What one figure shall be.</summary>
/// <param name="Unit">Of the limit, and of the figure.</param>
internal sealed record Goal(string Scenario, string Name, Measure Measure, double Limit, string Unit = "")
{
    public double? Value(Finding finding) => Measure == Measure.TimesSocketIo ? finding.Ratio : finding.TimerRooms;

    public bool IsReachedBy(double value) => Measure == Measure.AtLeast ? value >= Limit : value <= Limit;

    public override string ToString() => Measure switch
    {
        Measure.AtMost => $"≤ {Table.Number(Limit, Unit)}",
        Measure.AtLeast => $"≥ {Table.Number(Limit, Unit)}",
        _ => $"≤ {Table.Number(Limit)} × Socket.IO",
    };
}
