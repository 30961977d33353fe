using Microsoft.AspNetCore.Components;

namespace TimerRooms.Web.Hosting;

/// <summary>The address that links and QR codes name: the one the host set, else the one this page was opened at.</summary>
public sealed class PublicAddress(TimerRoomsSettings settings, NavigationManager navigation)
{
    /// <summary>Absolute, ends with a slash.</summary>
    public Uri Base => settings.PublicUrl ?? new Uri(navigation.BaseUri);

    /// <summary>A link with this address works on this host alone: sharing must say so.</summary>
    public bool IsLoopback => Base.IsLoopback;

    /// <summary>The absolute link to a path such as <c>/v/…</c>.</summary>
    public Uri LinkTo(string path) => new(Base, path);
}
