using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TimerRooms.E2E.Testing;

/// <summary>
/// The facts of a viewer page as they came over HTTP. Moments and amounts are the server's, in milliseconds; when the page was
/// asked for and when it was there is told by the test's own monotonic clock, in milliseconds as well.
/// </summary>
public sealed partial record TimerReading(double From, double To, double ServerNow, IReadOnlyDictionary<Guid, TimerReading.Facts> Timers)
{
    public static async Task<TimerReading> TakeAsync(HttpClient client, string path, Stopwatch watch)
    {
        var from = watch.Elapsed.TotalMilliseconds;
        var page = await client.GetStringAsync(path);
        var to = watch.Elapsed.TotalMilliseconds;
        var timers = Face().Matches(page).Select(face => FactsOf(Guid.Parse(face.Groups[1].ValueSpan), face.Groups[2].Value.Split(' ')));
        return new(from, to, Number(Now().Match(page).Groups[1].Value), timers.ToDictionary(timer => timer.Id));
    }

    // as TimerFacts writes them
    private static Facts FactsOf(Guid id, string[] facts) =>
        new(id, facts[0] == "count-up", Number(facts[3]), Number(facts[4]), NumberIfAny(facts[5]), NumberIfAny(facts[8]));

    private static double? NumberIfAny(string text) => text == "-" ? null : Number(text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<timer-face data-timer-id=\"([^\"]*)\" data-facts=\"([^\"]*)\"")]
    private static partial Regex Face();

    [GeneratedRegex("data-server-now=\"([^\"]*)\"")]
    private static partial Regex Now();

    /// <summary>Of a timer that runs, or has come to rest at its zero.</summary>
    public sealed record Facts(Guid Id, bool CountsUp, double Total, double Banked, double? Since, double? FinishedAt)
    {
        /// <summary>The moment from which it counts, as if it had never been held.</summary>
        public double BegunAt => Since - Banked ?? FinishedAt!.Value - Total;

        public double DueAt => CountsUp ? double.PositiveInfinity : BegunAt + Total;
    }
}
