using Microsoft.AspNetCore.Components.Server.Circuits;

namespace TimerRooms.Web.Clock;

/// <summary>Whether a page's connection is up: its circuit outlives a lost one for a while, and must not pass for someone who is here.</summary>
public sealed class Connection : CircuitHandler
{
    /// <summary>Told when it goes (true) and when it is back (false).</summary>
    public event Action<bool>? Lost;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Lost?.Invoke(true);
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Lost?.Invoke(false);
        return Task.CompletedTask;
    }
}
