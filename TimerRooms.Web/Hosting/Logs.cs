using System.Text;
using Serilog;
using Serilog.Events;
using Serilog.Sinks.File;
using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Hosting;

internal static class Logs
{
    private const long TenMegabytes = 10 * 1024 * 1024;

    /// <summary>Console and a daily file in the data directory. The settings file may change levels.</summary>
    public static void AddLogs(this WebApplicationBuilder builder, DataDirectory data)
    {
        PrivateFiles.MakeDirectory(data.At("logs"));
        var logger = new LoggerConfiguration()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)  // warns that the keys lie on the disk: they are meant to
            .Filter.ByExcluding(IsStartFailure)
            .Filter.ByExcluding(MayNamePaths)
            .WriteTo.Console(new LogLine())
            .WriteTo.File(new LogLine(), data.At("logs/timerrooms-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14,
                fileSizeLimitBytes: TenMegabytes, rollOnFileSizeLimit: true, hooks: new PrivateFile())
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }

    // whatever levels the settings ask for: the web framework logs whole paths below warnings, and paths hold tokens
    private static bool MayNamePaths(LogEvent log) =>
        log.Level < LogEventLevel.Warning
        && log.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string name }
        && name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    // the exception reaches Program, which says it in one line
    private static bool IsStartFailure(LogEvent log) =>
        log.Properties.TryGetValue("EventId", out var id) && id is StructureValue value
        && value.Properties.Any(property => property is { Name: "Name", Value: ScalarValue { Value: "HostedServiceStartupFaulted" } });

    private sealed class PrivateFile : FileLifecycleHooks
    {
        public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
        {
            PrivateFiles.Restrict(path);
            return underlyingStream;
        }
    }
}
