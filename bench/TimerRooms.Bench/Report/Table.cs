using System.Globalization;
using System.Text;

namespace TimerRooms.Bench.Report;

/// <summary>A table for the console and for a Markdown page; all columns but the first <paramref name="Words"/> are numbers, and stand to the right.</summary>
internal sealed record Table(int Words, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public string ToText()
    {
        var widths = Head.Select((head, column) => Rows.Select(row => row[column].Length).Append(head.Length).Max()).ToList();
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend(Head))
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column < Words ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        return text.ToString();
    }

    public string ToMarkdown()
    {
        IReadOnlyList<string> rule = [.. Head.Select((_, column) => column < Words ? "---" : "---:")];
        return string.Join('\n', Rows.Prepend(rule).Prepend(Head).Select(row => $"| {string.Join(" | ", row)} |"));
    }

    /// <summary>Three digits that mean something; a dash for what was not measured.</summary>
    public static string Number(double? value, string unit = "")
    {
        if (value is not { } number) return "–";
        var digits = Math.Abs(number) switch { >= 100 => "N0", >= 10 => "0.#", _ => "0.##" };
        return $"{number.ToString(digits, CultureInfo.InvariantCulture)} {unit}".Replace(" /s", "/s", StringComparison.Ordinal).TrimEnd();
    }
}
