using System.Globalization;
using TimerRooms.Core.Live;

namespace TimerRooms.Web.Features.Screens;

/// <summary>How a screen is, in words.</summary>
internal static class ScreenWords
{
    private const string Unknown = "–";

    public static string Shows(Screen screen, DateTimeOffset now)
    {
        if (screen.GoneAt is { } gone) return $"gone {Ago(now - gone)}";
        string?[] words =
        [
            screen.IsStale(now) ? $"stale, last heard {Ago(now - screen.SeenAt)}" : screen.IsLive ? "live" : "looks every 5 s",
            screen.State.IsVisible ? "visible" : "hidden",
            screen.State.IsFullScreen ? "full screen" : null,
            screen.State.IsAwake ? "kept lit" : null,
            screen.State.Battery is { } percent ? $"battery {percent} %" : null,
        ];
        return string.Join(", ", words.OfType<string>());
    }

    public static string Sound(Screen screen) => screen.State.Sound switch
    {
        SoundState.Armed => "armed",
        SoundState.Blocked => "blocked",
        SoundState.Muted => "muted",
        SoundState.Silent => "silent",
        _ => Unknown,
    };

    public static string Milliseconds(double? amount) => amount is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.#} ms") : Unknown;

    public static string Error(ScreenState state) =>
        state is { Error: { } error, Within: { } within } ? string.Create(CultureInfo.InvariantCulture, $"{error:+0.#;-0.#;0} ms ± {within:0.#}") : Unknown;

    private static string Ago(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min ago",
        _ => $"{(int)time.TotalHours} h ago",
    };
}
