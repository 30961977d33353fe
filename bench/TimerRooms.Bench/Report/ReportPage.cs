namespace TimerRooms.Bench.Report;

/// <summary>A Markdown page of which some parts are written by a run: each stands between two marks, and what is outside of them stays.</summary>
internal sealed class ReportPage(string file)
{
    private string text = File.ReadAllText(file);

    /// <exception cref="InvalidOperationException">The page has no such part.</exception>
    public void Put(string part, string content)
    {
        var (begin, end) = ($"<!-- bench: {part} -->", $"<!-- bench: end of {part} -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidOperationException($"{file} has no part between {begin} and {end}.");
        text = $"{text[..(from + begin.Length)]}\n{content.ReplaceLineEndings("\n").TrimEnd()}\n{text[to..]}";
    }

    public void Save() => File.WriteAllText(file, text);
}
