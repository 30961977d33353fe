using System.Net;
using TimerRooms.Core.Live;

namespace TimerRooms.Web.Hosting;

/// <summary>What the host may set in section <c>TimerRooms</c>; see the operating page for each. Read once, at start.</summary>
public sealed record TimerRoomsSettings
{
    public const string Section = "TimerRooms";

    public const int DefaultLivePages = 3_000;

    /// <summary>Absolute.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Scheme and host that links and QR codes name; null for the address in use.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whose forwarded headers are believed, next to this host itself.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Signing in over plain http is allowed from other devices, too.</summary>
    public bool InsecureLan { get; init; }

    /// <summary>Anyone can start a temporary room, without an account.</summary>
    public bool GuestRooms { get; init; } = true;

    /// <summary>How long such a room stays after everyone has left.</summary>
    public int GuestRoomMinutes { get; init; } = GuestRoomSettings.DefaultMinutes;

    /// <summary>How many pages may be live at once; whoever comes beyond that gets pages that read themselves again.</summary>
    public int LivePages { get; init; } = DefaultLivePages;

    /// <summary>The first account, made at start instead of by the setup page.</summary>
    public OwnerSettings? Owner { get; init; }
}

public sealed record OwnerSettings(string Email, string Password);
