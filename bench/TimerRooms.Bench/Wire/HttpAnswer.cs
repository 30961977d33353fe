using System.Globalization;

namespace TimerRooms.Bench.Wire;

/// <summary>What a server answered to one request.</summary>
/// <param name="Head">The status line and the headers, as they came.</param>
public sealed record HttpAnswer(string Head, string Body)
{
    private const string NewLine = "\r\n";

    public int Status => int.Parse(Head.AsSpan(9, 3), CultureInfo.InvariantCulture);

    /// <summary>Every value of the header, in their order.</summary>
    public IEnumerable<string> Values(string name) => Head.Split(NewLine)
        .Where(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 2)..]);
}
