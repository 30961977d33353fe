using System.Globalization;
using System.Text.Json;
using TimerRooms.Core.Rooms;

namespace TimerRooms.E2E.Testing;

/// <summary>One change of a timer's digits on a page.</summary>
/// <param name="Server">The server's time, as the page knew it, in UTC milliseconds.</param>
/// <param name="Real">The same instant by the clock of this machine.</param>
public sealed record DigitChange(string Id, string Text, double Server, double Real)
{
    /// <summary>The whole seconds that the text shows.</summary>
    public int Seconds =>
        Text.TrimStart('-').Split(':').Aggregate(0, (sum, part) => sum * 60 + int.Parse(part, CultureInfo.InvariantCulture)) * (Text[0] == '-' ? -1 : 1);
}

/// <summary>All changes of digits on one page, in order.</summary>
public sealed record DigitLog(DigitChange[] Changes)
{
    /// <summary>Makes a page keep its log, with the common clock of all pages of this machine beside the server's.</summary>
    public const string Script = TrueTime.Script + """
        window.timerRoomsLog = [];
        const lastDigits = {};
        window.timerRoomsLog.push = function (entry) {
          // an element that has taken another's place draws the same once more
          if (lastDigits[entry.id] === entry.text) return this.length;
          lastDigits[entry.id] = entry.text;
          return Array.prototype.push.call(this, { id: entry.id, text: entry.text, server: entry.server, real: trueNow() });
        };
        """;

    public static DigitLog Read(string json) => new(JsonSerializer.Deserialize<DigitChange[]>(json, JsonSerializerOptions.Web) ?? []);

    public DigitLog Since(double real) => new([.. Changes.Where(change => change.Real >= real)]);

    /// <summary>Fails if a second of any timer was left out or came twice or at the wrong place.</summary>
    public void ShowsEachSecondOnce()
    {
        foreach (var timer in Changes.GroupBy(change => change.Id))
        {
            var seconds = timer.Select(change => change.Seconds).ToList();
            var step = seconds.Count > 1 && seconds[1] > seconds[0] ? 1 : -1;
            Assert.Equal(Enumerable.Range(0, seconds.Count).Select(index => seconds[0] + step * index), seconds);
        }
    }

    /// <summary>By how much the page's idea of the server's time is wrong, ahead or behind.</summary>
    public IEnumerable<double> ClockErrors() => Changes.Select(change => change.Server - change.Real);

    /// <summary>How long after their moment by the facts the digits came up.</summary>
    public IEnumerable<double> Delays(Room room) =>
        from change in Changes
        join timer in room.Timers on change.Id equals timer.Id.ToString()
        select change.Real - timer.MomentOf(change.Seconds).ToUnixTimeMilliseconds();

    /// <summary>How long each second of a timer lasted.</summary>
    public IEnumerable<double> Gaps() => Changes.GroupBy(change => change.Id).SelectMany(timer => timer.Zip(timer.Skip(1), (one, next) => next.Real - one.Real));

    /// <summary>How far apart the same digits came up on these two pages.</summary>
    public IEnumerable<double> Differences(DigitLog other) =>
        from one in Changes
        join same in other.Changes on (one.Id, one.Text) equals (same.Id, same.Text)
        select Math.Abs(one.Real - same.Real);

    /// <summary>How far apart, in milliseconds, the same digits came up on these pages; only those that came up on each.</summary>
    public static Figures Spreads(params IReadOnlyCollection<DigitLog> pages) =>
        new(from change in pages.SelectMany(page => page.Changes)
            group change.Real by (change.Id, change.Text) into same
            where same.Count() == pages.Count
            select same.Max() - same.Min());
}
