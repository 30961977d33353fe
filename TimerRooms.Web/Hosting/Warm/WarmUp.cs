using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.SignalR.Protocol;
using TimerRooms.Core.Live;

namespace TimerRooms.Web.Hosting.Warm;

/// <summary>
/// Visits a viewer page again and again right after the start, while nobody is there yet: else the first thousand who come would pay
/// for the compiler. Why: docs/decisions/warm-up.md.
/// </summary>
internal sealed partial class WarmUp(
    IServer server, RoomRegistry rooms, IEnumerable<IHubProtocol> protocols, IHostApplicationLifetime lifetime, ILogger<WarmUp> log)
{
    /// <summary>Well over the thirty calls after which the runtime compiles something well.</summary>
    private const int Most = 150;

    /// <summary>With one visit.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task RunAsync()
    {
        var visits = 0;
        try
        {
            if (rooms.AnyViewToken() is not { } token || ServerAddress.Of(server) is not { } site || !IsPlainHttp(site)) return;
            var since = Stopwatch.GetTimestamp();
            using var visit = new OwnVisit(site, protocols.First(protocol => protocol.Name == "blazorpack"));
            for (; visits < Most && rooms.AreEmpty; visits++)
            {
                using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
                giveUp.CancelAfter(Patience);
                await visit.PayAsync($"/v/{token}", giveUp.Token);
            }
            Done(log, visits, Stopwatch.GetElapsedTime(since).TotalSeconds);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!lifetime.ApplicationStopping.IsCancellationRequested) StaysCold(log, e, visits);
        }
    }

    // neither a socket that is a file nor a certificate of another name
    private static bool IsPlainHttp(string site) => Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp;

    [LoggerMessage(LogLevel.Information, "Warmed up by {Visits} visits to a page in {Seconds:0.0} s")]
    private static partial void Done(ILogger log, int visits, double seconds);

    [LoggerMessage(LogLevel.Warning, "A page of this server could be visited {Visits} times only; the first who come may wait a little longer")]
    private static partial void StaysCold(ILogger log, Exception fault, int visits);
}
