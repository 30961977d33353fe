using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace TimerRooms.Web.Features.Basic;

/// <summary>Where the page of a room is after a button was pressed. Numbers and a sealed notice: no text in it is shown as it stands.</summary>
internal sealed record BasicAddress(Guid RoomId)
{
    /// <summary>The version that was shown to whoever pressed: what came after is news.</summary>
    public long? Since { get; init; }

    /// <summary>The version the press itself made, which is none.</summary>
    public long? Done { get; init; }

    /// <summary>This step, and what was shown above it, could not be taken back: undo goes on below it, or with what came after.</summary>
    public long? Below { get; init; }

    public string? Told { get; init; }

    /// <summary>The timer to show.</summary>
    public Guid? Timer { get; init; }

    public static long? Version(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    public override string ToString()
    {
        var query = new Dictionary<string, string?> { ["since"] = Text(Since), ["done"] = Text(Done), ["below"] = Text(Below), ["told"] = Told };
        return QueryHelpers.AddQueryString($"/basic/{RoomId}", query.Where(part => part.Value is not null)) + (Timer is { } timer ? $"#timer-{timer}" : "");
    }

    private static string? Text(long? version) => version?.ToString(CultureInfo.InvariantCulture);
}
