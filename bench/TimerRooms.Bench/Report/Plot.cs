using System.Globalization;
using System.Security;
using System.Text;

namespace TimerRooms.Bench.Report;

/// <summary>One line of a plot.</summary>
/// <param name="Dashed">To be told apart without colours, too.</param>
internal sealed record Series(string Name, Side Side, bool Dashed, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A line plot as an SVG of its own, which follows the reader's light or dark, and is told in words to those who do not see it.</summary>
internal sealed record Plot(string Title, Axis X, Axis Y, IReadOnlyList<Series> Lines)
{
    private const int Width = 760, Height = 420, Left = 78, Right = 190, Top = 56, Bottom = 64, BetweenNames = 20;

    private const string Style = """
        svg { color: #1f2328; background: #fff; font: 15px system-ui, sans-serif; }
        text { fill: currentColor; }
        .title { font-size: 18px; font-weight: 600; }
        .grid { stroke: currentColor; stroke-opacity: .18; }
        .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
        .dashed { stroke-dasharray: 7 5; }
        .TimerRooms { color: #0a5dc2; }
        .SocketIo { color: #b3470b; }
        .line { stroke: currentColor; }
        circle { fill: currentColor; }
        @media (prefers-color-scheme: dark) {
          svg { color: #e6edf3; background: #0d1117; }
          .TimerRooms { color: #6cb6ff; }
          .SocketIo { color: #f2a15f; }
        }
        """;

    public string ToSvg()
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" role="img" aria-labelledby="title desc">""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<title id="title">{Safe(Title)}</title>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<desc id="desc">{Safe(InWords())}</desc>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<style>\n{Style}\n</style>");
        svg.AppendLine(Text(Left, 28, "start", Title, "title"));
        foreach (var tick in Y.Ticks) svg.AppendLine(Rule(Left, Down(tick), Width - Right, Down(tick))).AppendLine(Text(Left - 10, Down(tick) + 5, "end", Number(tick)));
        foreach (var tick in X.Ticks) svg.AppendLine(Rule(Across(tick), Top, Across(tick), Height - Bottom)).AppendLine(Text(Across(tick), Height - Bottom + 22, "middle", Number(tick)));
        svg.AppendLine(Text((Left + Width - Right) / 2, Height - 14, "middle", X.Label));
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text transform="translate(20 {(Top + Height - Bottom) / 2}) rotate(-90)" text-anchor="middle">{Safe(Y.Label)}</text>""");
        foreach (var line in Lines) svg.AppendLine(Path(line));
        foreach (var (line, y) in Names()) svg.AppendLine(Text(Width - Right + 14, y + 5, "start", line.Name, $"{line.Side}"));
        return svg.AppendLine("</svg>").ToString().ReplaceLineEndings("\n");
    }

    public string InWords() => $"{Y.Label} by {X.Label}. " + string.Join(" ", Lines.Select(line =>
        $"{line.Name}: {string.Join("; ", line.Points.Select(point => $"{Number(point.X)}: {Table.Number(point.Y)}"))}."));

    /// <summary>Each at the end of its line, or as near to it as the others let it be.</summary>
    private IEnumerable<(Series Line, double Y)> Names()
    {
        var above = double.NegativeInfinity;
        foreach (var line in Lines.OrderBy(line => Down(line.Points[^1].Y)))
            yield return (line, above = Math.Max(above + BetweenNames, Down(line.Points[^1].Y)));
    }

    private string Path(Series line)
    {
        var points = line.Points.Select(point => (X: Across(point.X), Y: Down(point.Y))).ToList();
        var kind = line.Dashed ? $"{line.Side} line dashed" : $"{line.Side} line";
        var dots = points.Select(point => Inv($"""<circle class="{line.Side}" cx="{point.X:0.#}" cy="{point.Y:0.#}" r="3.5"/>"""));
        return Inv($"""<polyline class="{kind}" points="{string.Join(' ', points.Select(point => Inv($"{point.X:0.#},{point.Y:0.#}")))}"/>""") + string.Concat(dots);
    }

    private double Across(double x) => Left + X.At(x) * (Width - Left - Right);

    private double Down(double y) => Height - Bottom - Y.At(y) * (Height - Top - Bottom);

    private static string Rule(double x1, double y1, double x2, double y2) => Inv($"""<line class="grid" x1="{x1:0.#}" y1="{y1:0.#}" x2="{x2:0.#}" y2="{y2:0.#}"/>""");

    private static string Text(double x, double y, string anchor, string text, string kind = "tick") =>
        Inv($"""<text class="{kind}" x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}">{Safe(text)}</text>""");

    private static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Safe(string text) => SecurityElement.Escape(text);

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
