using System.Globalization;

namespace TimerRooms.Core.Live;

/// <summary>Whether a page would be heard.</summary>
public enum SoundState
{
    /// <summary>It has not said.</summary>
    Unknown,

    /// <summary>It rings.</summary>
    Armed,

    /// <summary>The browser lets it make no sound until somebody taps on it.</summary>
    Blocked,

    /// <summary>Somebody turned the sound off there.</summary>
    Muted,

    /// <summary>The room or the link is silent, so there is nothing to ring for.</summary>
    Silent,
}

/// <summary>What a page says about itself.</summary>
/// <param name="IsAwake">It keeps its screen from going dark.</param>
/// <param name="RoundTrip">The shortest way to the server and back lately, in milliseconds.</param>
/// <param name="Error">By how much its clock is ahead of the server's, as far as it can tell, in milliseconds.</param>
/// <param name="Within">How far off that may be itself, in milliseconds.</param>
/// <param name="Battery">What is left of it, in percent; null without one, or if the browser does not tell.</param>
public sealed record ScreenState(bool IsVisible, bool IsFullScreen, SoundState Sound, bool IsAwake, double? RoundTrip, double? Error, double? Within, int? Battery)
{
    /// <summary>Nothing is known but that it was read.</summary>
    public static readonly ScreenState Unknown = new(true, false, SoundState.Unknown, false, null, null, null, null);

    private const int Longest = 100;

    /// <summary>
    /// Reads what a page sends: visible, full screen, sound, awake, round trip, error, within, battery, with spaces between, 1 and 0 for yes
    /// and no, a dash for what it does not know. Null for anything else: whoever sends it may make it up.
    /// </summary>
    public static ScreenState? Read(string? text)
    {
        if (text is not { Length: <= Longest } || text.Split(' ') is not [var visible, var full, var sound, var awake, var roundTrip, var error, var within, var battery]) return null;
        if (!Enum.TryParse<SoundState>(sound, ignoreCase: true, out var state) || !Enum.IsDefined(state)) return null;
        return new(visible == "1", full == "1", state, awake == "1", Number(roundTrip), Number(error), Number(within), Number(battery) is >= 0 and <= 100 and var percent ? (int)percent : null);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
