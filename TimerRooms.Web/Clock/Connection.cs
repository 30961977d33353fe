using Microsoft.AspNetCore.Components.Server.Circuits;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Web.Clock;

/// <summary>
/// Whether a page's connection is up: its circuit outlives a lost one for a while, and must not pass for someone who is here. One over
/// which nothing is drawn any more is closed: the page would show what was, and say that it is live.
/// </summary>
public sealed partial class Connection(TimeProvider clock, IHttpContextAccessor requests, Lull lull, ILogger<Connection> log) : CircuitHandler
{
    /// <summary>How long a page may leave undrawn what is rendered for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private HttpContext? socket;
    private long? undrawnSince;

    /// <summary>Told when it goes (true) and when it is back (false).</summary>
    public event Action<bool>? Lost;

    /// <summary>The page is told that something has changed.</summary>
    public void Looking()
    {
        lull.Busy();
        if (undrawnSince is not { } since || clock.GetElapsedTime(since) < Patience) return;
        undrawnSince = null;
        DrawsNothing(log, Patience.TotalSeconds);
        socket?.Abort();
    }

    /// <summary>It is rendered anew.</summary>
    public void Rendering() => undrawnSince ??= clock.GetTimestamp();

    /// <summary>The browser has drawn that.</summary>
    public void Drawn() => undrawnSince = null;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        socket = null;
        Lost?.Invoke(true);
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        (socket, undrawnSince) = (requests.HttpContext, null);  // of its WebSocket, as long as that is open
        Lost?.Invoke(false);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "A page was closed that has drawn nothing for {Seconds} s")]
    private static partial void DrawsNothing(ILogger log, double seconds);
}
