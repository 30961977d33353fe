using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TimerRooms.Core.Live;

[assembly: HostingStartup(typeof(TimerRooms.Bench.Agent.ServerStartup))]

namespace TimerRooms.Bench.Agent;

/// <summary>
/// Inside the server: sets its cap on sockets to what the bench says, as more pages are opened here than a host should allow, and gives the agent the rooms.
/// </summary>
public sealed class ServerStartup : IHostingStartup
{
    public const string SocketsVariable = "TIMERROOMS_BENCH_SOCKETS";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        services.PostConfigure<KestrelServerOptions>(server =>
        {
            if (long.TryParse(Environment.GetEnvironmentVariable(SocketsVariable), out var most)) server.Limits.MaxConcurrentUpgradedConnections = most;
        });
        services.AddHostedService<Introduction>();
    });

    private sealed class Introduction(RoomRegistry rooms) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            ServerAgent.SubscribersOf = token => rooms.FindByToken(token) is var (room, _) ? room.WatcherCount + room.Presence.WatcherCount : 0;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
