using System.Globalization;
using System.Text;

namespace TimerRooms.Core.Rooms;

/// <summary>Names of rooms and timers as they may be shown on every screen and written to every log.</summary>
public static class Titles
{
    public const int Longest = 200;

    /// <summary>
    /// The title as it is kept: line breaks and tabs become spaces, control and bidirectional-override characters go,
    /// and so do spaces at the ends. Null if nothing is left or it is longer than <see cref="Longest"/>.
    /// </summary>
    public static string? Clean(string? title)
    {
        if (title is null || title.Length > 20 * Longest) return null;

        var clean = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (!Rune.IsControl(rune) && !TurnsText(rune.Value)) clean.Append(rune);
        }
        var kept = clean.ToString().Trim();
        return kept.EnumerateRunes().Count() <= Longest && kept.EnumerateRunes().Any(IsVisible) ? kept : null;
    }

    /// <summary>Embeddings, overrides and isolates: they can turn the text around them.</summary>
    private static bool TurnsText(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark);
}
