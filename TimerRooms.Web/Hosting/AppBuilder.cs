using Microsoft.AspNetCore.Hosting.Server;
using TimerRooms.Web.Hosting.Warm;

namespace TimerRooms.Web.Hosting;

internal static class AppBuilder
{
    public const string DefaultAddress = "http://localhost:5080";

    private const int LargestForm = 64 * 1024;

    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    /// <summary>
    /// A builder that does not care where it was started: settings file and web files are those beside the binary. The
    /// settings file is loaded before environment and arguments, so both override it.
    /// </summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // settings are read once: watching the file would cost a file watcher for nothing
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ApplicationName = typeof(AppBuilder).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (Places.RunsFromSource) builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    public static TimerRoomsSettings AddSettings(this WebApplicationBuilder builder)
    {
        var settings = new SettingsReader(builder.Configuration).Read();
        builder.Services.AddSingleton(settings);
        return settings;
    }

    public static void AddServer(this WebApplicationBuilder builder, TimerRoomsSettings settings)
    {
        // a key in the settings file would beat ASPNETCORE_URLS, so the default port stands here
        if (!IsAddressGiven(builder.Configuration)) builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestForm;  // nothing is uploaded here
            server.Limits.MaxConcurrentUpgradedConnections = settings.LivePages;
        });
        var kestrel = builder.Services.Last(service => service.ServiceType == typeof(IServer));
        builder.Services.AddSingleton<IServer>(services =>
            ActivatorUtilities.CreateInstance<WarmServer>(services, ActivatorUtilities.CreateInstance(services, kestrel.ImplementationType!)));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
    }

    private static bool IsAddressGiven(ConfigurationManager configuration) =>
        AddressKeys.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
