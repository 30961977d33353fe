using System.Reflection;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// Passwords that are tried first: those of <c>CommonPasswords.txt</c>, and everything that is only its words (one to three
/// of them, or one repeated) with digits and signs around, also where digits stand for letters.
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "TimerRooms.Web.Features.Accounts.CommonPasswords.txt";
    private const int FewestDifferent = 4, MostWords = 3;

    private static readonly HashSet<string> Words = Read();
    private static readonly int LongestWord = Words.Max(word => word.Length);

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        if (lower.Distinct().Count() < FewestDifferent || Words.Contains(lower) || IsRepeated(lower)) return true;
        return IsOnlyWords(Letters(lower)) || IsOnlyWords(Letters(Spelled(Inner(lower))));
    }

    /// <summary>A piece of up to a third of the text, over and over: <c>abc1abc1abc1</c>.</summary>
    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 3).Any(length => text.Select((letter, at) => letter == text[at % length]).All(same => same));

    private static bool IsOnlyWords(string letters)
    {
        if (letters.Length == 0) return true;
        var reached = new bool[letters.Length + 1];
        reached[0] = true;
        for (var words = 0; words < MostWords && !reached[^1]; words++) reached = Extend(letters, reached);
        return reached[^1];
    }

    private static bool[] Extend(string letters, bool[] reached)
    {
        var next = new bool[reached.Length];
        for (var from = 0; from < letters.Length; from++)
            for (var length = 1; reached[from] && length <= Math.Min(LongestWord, letters.Length - from); length++)
                next[from + length] |= Words.Contains(letters.Substring(from, length));
        return next;
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    /// <summary>Without the digits and signs around: those are no letters in disguise.</summary>
    private static string Inner(string text)
    {
        var (first, last) = (0, text.Length);
        while (first < last && !char.IsLetter(text[first])) first++;
        while (last > first && !char.IsLetter(text[last - 1])) last--;
        return text[first..last];
    }

    private static string Spelled(string text) => new([.. text.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => letter,
    })]);

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
