namespace TimerRooms.Bench.Report;

/// <summary>What a run found, for the console and for the page of the documentation.</summary>
/// <param name="rounds">The figures of each round.</param>
public sealed class RunReport(IReadOnlyList<IReadOnlyList<Figure>> rounds)
{
    private readonly IReadOnlyList<Finding> findings = Finding.Of(rounds);

    public void Print(TextWriter console)
    {
        console.WriteLine(Figures().ToText());
        console.WriteLine(Goals.Judge(findings).ToText());
    }

    /// <summary>Puts tables and plots into <c>docs/performance.md</c>.</summary>
    /// <param name="root">Of the source tree.</param>
    public void Write(string root, DateOnly day)
    {
        var images = Directory.CreateDirectory(Path.Combine(root, "docs", "images", "performance")).FullName;
        var page = new ReportPage(Path.Combine(root, "docs", "performance.md"));
        page.Put("run", Machine.Describe(day, rounds.Count).ToMarkdown());
        page.Put("goals", Goals.Judge(findings).ToMarkdown());
        if (Sizing.Of(findings) is { } sizing) page.Put("sizing", sizing.ToMarkdown());
        page.Put("figures", Figures().ToMarkdown());
        foreach (var (name, plot) in Plots.Of(findings))
        {
            File.WriteAllText(Path.Combine(images, $"{name}.svg"), plot.ToSvg());
            page.Put(name, $"![{plot.Title}. {plot.InWords()}](images/performance/{name}.svg)");
        }
        page.Save();
    }

    private Table Figures() => new(2, ["Scenario", "What", "TimerRooms", "Socket.IO", "Ratio"],
        [.. findings.Select(finding => (string[])
            [finding.Scenario, finding.Name, Table.Number(finding.TimerRooms, finding.Unit), Table.Number(finding.SocketIo, finding.Unit), Table.Number(finding.Ratio)])]);
}
