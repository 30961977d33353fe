using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TimerRooms.Core.Live;

[assembly: HostingStartup(typeof(TimerRooms.Bench.Agent.ServerStartup))]

namespace TimerRooms.Bench.Agent;

/// <summary>Inside the server: gives the agent the rooms.</summary>
public sealed class ServerStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddHostedService<Introduction>());

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
