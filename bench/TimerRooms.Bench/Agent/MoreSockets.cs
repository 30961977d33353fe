using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(TimerRooms.Bench.Agent.MoreSockets))]

namespace TimerRooms.Bench.Agent;

/// <summary>Inside the server: sets its cap on sockets to what the bench says, as more pages are opened here than a host should allow.</summary>
public sealed class MoreSockets : IHostingStartup
{
    public const string Variable = "TIMERROOMS_BENCH_SOCKETS";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.PostConfigure<KestrelServerOptions>(server =>
    {
        if (long.TryParse(Environment.GetEnvironmentVariable(Variable), out var most)) server.Limits.MaxConcurrentUpgradedConnections = most;
    }));
}
