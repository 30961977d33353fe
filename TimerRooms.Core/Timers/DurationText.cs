using System.Globalization;
using System.Text.RegularExpressions;

namespace TimerRooms.Core.Timers;

/// <summary>Durations as people type them: <c>10:00</c>, <c>1:05:00</c>, <c>90s</c>, <c>5m</c>, <c>1h30</c>, <c>1h 5m 10s</c>, <c>25</c> (minutes).</summary>
public static partial class DurationText
{
    /// <summary>What a text means; null if it means nothing or is not between 1 s and 99:59:59.</summary>
    public static TimeSpan? Parse(string? text)
    {
        text = text?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(text)) return null;

        var match = Clock().Match(text) is { Success: true } clock ? clock : Units().Match(text);
        if (!match.Success) return null;

        var amount = Math.Round(Part(match, "h", 3600) + Part(match, "m", 60) + Part(match, "s", 1));
        return amount is >= 1 and <= 359_999 ? TimeSpan.FromSeconds((long)amount) : null;
    }

    private static decimal Part(Match match, string name, int seconds) =>
        match.Groups[name] is { Success: true, Value: var value }
            ? decimal.Parse(value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * seconds
            : 0;

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,2}):(?<m>[0-5]?[0-9])|(?<m>[0-9]{1,4})):(?<s>[0-5][0-9])$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?=.)(?:(?<h>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*h(?:ours?|rs?)?)?\s*(?:(?<m>[0-9]{1,5}(?:[.,][0-9]{1,2})?)\s*(?:m(?:in(?:ute)?s?)?|$))?\s*(?:(?<s>[0-9]{1,6})\s*(?:s(?:ec(?:ond)?s?)?|$))?$")]
    private static partial Regex Units();
}
