using System.Globalization;
using System.Text.Json;

namespace TimerRooms.E2E.Testing;

/// <summary>One change of a timer's digits on a page.</summary>
/// <param name="Server">The server's time, as the page knew it, in UTC milliseconds.</param>
/// <param name="Real">The same instant by the clock of this machine.</param>
/// <param name="Load">When the page was loaded: another one after a reload.</param>
public sealed record DigitChange(string Id, string Text, double Server, double Real, double Load = 0)
{
    /// <summary>The whole seconds that the text shows.</summary>
    public int Seconds =>
        Text.TrimStart('-').Split(':').Aggregate(0, (sum, part) => sum * 60 + int.Parse(part, CultureInfo.InvariantCulture)) * (Text[0] == '-' ? -1 : 1);
}

/// <summary>All changes of digits on one page, in order.</summary>
public sealed record DigitLog(DigitChange[] Changes)
{
    /// <summary>Makes a page keep its log, with the common clock of all pages of this machine beside the server's; a reload keeps it too.</summary>
    public const string Script = """
        if (location.protocol.startsWith('http')) {
          const key = 'timerRoomsLog ' + location.pathname;
          window.timerRoomsLog = JSON.parse(sessionStorage.getItem(key) || '[]');
          window.timerRoomsLog.push = function (entry) {
            const load = performance.timeOrigin;
            const real = load + performance.now();
            return Array.prototype.push.call(this, { id: entry.id, text: entry.text, server: entry.server, real: real, load: load });
          };
          addEventListener('pagehide', () => sessionStorage.setItem(key, JSON.stringify(window.timerRoomsLog)));
        }
        """;

    public static DigitLog Read(string json) => new(JsonSerializer.Deserialize<DigitChange[]>(json, JsonSerializerOptions.Web) ?? []);

    public DigitLog Since(double real) => new([.. Changes.Where(change => change.Real >= real)]);

    /// <summary>How far apart, in milliseconds, the same digits came up on these pages; only those that came up on each.</summary>
    public static List<double> Spreads(params IReadOnlyCollection<DigitLog> pages) =>
        [.. from change in pages.SelectMany(page => page.Changes)
            group change.Real by (change.Id, change.Text) into same
            where same.Count() == pages.Count
            let spread = same.Max() - same.Min()
            orderby spread
            select spread];
}
