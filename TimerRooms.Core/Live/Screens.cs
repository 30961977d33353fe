using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

/// <summary>
/// Every page of a room that is open or was today, live or reading itself, of people and of nobody in particular. Not part of the room:
/// it is watched apart, and told at most once in <see cref="Presence.Pace"/>.
/// </summary>
public sealed class Screens(TimeProvider clock, ILogger logger)
{
    /// <summary>How long one that went is remembered.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>As many are kept that went, and as many that only read themselves: whoever asks may make up names.</summary>
    public const int MostGone = 200, MostReading = 500;

    private const int LongestName = 32;

    /// <summary>So far ahead a call lies, for it to reach every page in time.</summary>
    public static readonly TimeSpan CallLead = TimeSpan.FromMilliseconds(600);

    private readonly Lock gate = new();
    private readonly PacedSignal signal = new(clock, Presence.Pace, logger);
    private ImmutableDictionary<string, Kept> kept = ImmutableDictionary<string, Kept>.Empty;  // by the name of the page
    private int numbers, closed;

    public int WatcherCount => signal.WatcherCount;

    /// <summary>Those that are here in the order they came, then those that went, the last first.</summary>
    public IReadOnlyList<Screen> All
    {
        get
        {
            var now = clock.GetUtcNow();
            return [.. Volatile.Read(ref kept).Values.Select(one => one.At(now)).Where(screen => !(now - screen.GoneAt > Remembered))
                .OrderBy(screen => screen.IsGone).ThenByDescending(screen => screen.GoneAt).ThenBy(screen => screen.IsGone ? -screen.Number : screen.Number)];
        }
    }

    /// <inheritdoc cref="Watchers.Watch"/>
    public IDisposable Watch(Func<Task> look) => signal.Watch(look);

    /// <summary>A live page is open, until the result is disposed.</summary>
    /// <param name="page">The name it gave itself, by which it is known again when it comes back; null if it has none.</param>
    /// <param name="called">Told when the page is asked to make itself known.</param>
    public ScreenSeat Join(string? page, string? person, string device, string way, Action called)
    {
        page = page is { Length: > 0 and <= LongestName } ? page : Guid.NewGuid().ToString();
        var seat = new ScreenSeat(this, page, called);
        lock (gate) Put(page, Known(page, person, device, way) with { IsLive = true, IsLost = false, GoneAt = null, SeenAt = clock.GetUtcNow() }, seat);
        Tell();
        return seat;
    }

    /// <summary>A page that is not live has read itself.</summary>
    public void Read(string page, string device, string way, ScreenState? state)
    {
        if (page.Length > LongestName) return;
        lock (gate)
        {
            if (!kept.ContainsKey(page))
            {
                Forget();
                if (kept.Values.Count(one => !one.Screen.IsLive) >= MostReading) return;
            }
            var screen = Known(page, null, device, way);
            Put(page, screen with { IsLive = false, IsLost = false, GoneAt = null, SeenAt = clock.GetUtcNow(), State = state ?? screen.State }, null);
        }
        Tell();
    }

    /// <summary>Asks all live pages to show their numbers, or one of them.</summary>
    /// <param name="rings">They ring, too.</param>
    internal void Call(int? number, bool rings)
    {
        var call = new ScreenCall(clock.GetUtcNow() + CallLead, rings);
        List<ScreenSeat> seats = [];
        lock (gate)
        {
            foreach (var (page, (screen, seat)) in kept.Where(one => one.Value.Seat is not null && (number is null || one.Value.Screen.Number == number)))
            {
                Put(page, screen with { Call = call }, seat);
                seats.Add(seat!);
            }
        }
        seats.ForEach(seat => seat.Called());
    }

    /// <summary>Nothing for a page that has another seat by now.</summary>
    internal void Change(ScreenSeat seat, Func<Screen, DateTimeOffset, Screen> change, bool isOver = false)
    {
        lock (gate)
        {
            if (seat.Screen is not { } screen) return;
            Put(seat.Page, change(screen, clock.GetUtcNow()), isOver ? null : seat);
            // not each time: thousands may be closed at once
            if (isOver && ++closed % MostGone == 0) Forget();
        }
        Tell();
    }

    private Screen Known(string page, string? person, string device, string way) =>
        kept.TryGetValue(page, out var one) ? one.Screen with { Person = person ?? one.Screen.Person, Way = way } : new(++numbers, person, device, way);

    private void Put(string page, Screen screen, ScreenSeat? seat)
    {
        // each page asks its seat at each change
        if (kept.GetValueOrDefault(page)?.Seat is { } before && before != seat) before.Screen = null;
        if (seat is not null) seat.Screen = screen;
        Volatile.Write(ref kept, kept.SetItem(page, new(screen, seat)));
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        var gone = kept.Where(one => one.Value.At(now).IsGone).OrderByDescending(one => one.Value.At(now).GoneAt).ThenByDescending(one => one.Value.Screen.Number);
        Volatile.Write(ref kept, kept.RemoveRange(gone.Skip(MostGone).Select(one => one.Key)));
    }

    private void Tell()
    {
        if (signal.WatcherCount > 0) signal.Soon();
    }

    private sealed record Kept(Screen Screen, ScreenSeat? Seat)
    {
        /// <summary>Nobody says goodbye for a page that only reads itself.</summary>
        public Screen At(DateTimeOffset now) =>
            Screen is { IsLive: false, GoneAt: null } && now - Screen.SeenAt > Presence.Lease ? Screen with { GoneAt = Screen.SeenAt + Presence.Lease } : Screen;
    }
}
