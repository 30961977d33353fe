namespace TimerRooms.Bench.Report;

/// <summary>What all rounds together say about one thing: medians, and the median of the ratios that each round had between the two sides.</summary>
/// <param name="Ratio">TimerRooms to Socket.IO; null where only one of them was measured.</param>
internal sealed record Finding(string Scenario, string Name, string Unit, double? TimerRooms, double? SocketIo, double? Ratio)
{
    /// <summary>In the order in which the figures first came.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<IReadOnlyList<Figure>> rounds) =>
        [.. rounds.SelectMany(round => round).GroupBy(figure => (figure.Scenario, figure.Name, figure.Unit)).Select(figures => new Finding(
            figures.Key.Scenario, figures.Key.Name, figures.Key.Unit,
            MedianOf(figures, Side.TimerRooms),
            MedianOf(figures, Side.SocketIo),
            Median(rounds.Select(round => RatioIn(round.Where(figures.Contains))).OfType<double>())))];

    // rounds drift together, as the machine does: a ratio across two of them would say nothing
    private static double? RatioIn(IEnumerable<Figure> ofRound)
    {
        var figures = ofRound.ToList();
        return MedianOf(figures, Side.TimerRooms) / MedianOf(figures, Side.SocketIo) is { } ratio && double.IsFinite(ratio) ? ratio : null;
    }

    private static double? MedianOf(IEnumerable<Figure> figures, Side side) => Median(figures.Where(figure => figure.Side == side).Select(figure => figure.Value));

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
