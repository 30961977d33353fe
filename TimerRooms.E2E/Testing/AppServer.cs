using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TimerRooms.E2E.Testing;

/// <summary>The built app as a child process with a data directory of its own, which can be killed and started again.</summary>
public sealed partial class AppServer : IAsyncDisposable
{
    public const string OwnerEmail = "owner@example.org", OwnerPassword = "a quiet clock on the wall";

    private readonly BuiltApp app;
    private Process? process;

    private AppServer(BuiltApp app) => this.app = app;

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("timerrooms-").FullName;

    /// <summary>Of the present or the last process.</summary>
    public ProcessLog Log { get; private set; } = new();

    /// <summary>Zero until the first start, from then on the same.</summary>
    public int Port { get; private set; }

    /// <summary>How much of the processors the present process has had.</summary>
    public TimeSpan Processor
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>By this name browsers keep Secure cookies over plain http.</summary>
    public string Address => $"http://localhost:{Port}";

    /// <summary>Environment of every start.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The owner's browser state once someone has signed in, so that others need not do it again.</summary>
    public string? OwnerState { get; set; }

    /// <summary>Waits for its owner.</summary>
    public static Task<AppServer> StartFreshAsync() => StartAsync(new AppServer(BuiltApp.FromSource));

    /// <summary>Has its owner: <see cref="OwnerEmail"/>, <see cref="OwnerPassword"/>.</summary>
    public static Task<AppServer> StartOwnedAsync(BuiltApp? app = null, params IEnumerable<(string Name, string Value)> environment)
    {
        var server = new AppServer(app ?? BuiltApp.FromSource);
        server.Environment["TimerRooms__Owner__Email"] = OwnerEmail;
        server.Environment["TimerRooms__Owner__Password"] = OwnerPassword;
        foreach (var (name, value) in environment) server.Environment[name] = value;
        return StartAsync(server);
    }

    public async Task StartAsync()
    {
        var log = Log = new ProcessLog();
        process = app.Command(DataDirectory, "--urls", $"http://127.0.0.1:{Port}");
        foreach (var (name, value) in Environment) process.StartInfo.Environment[name] = value;
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) log.Add(line.Data); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Port = int.Parse((await log.FindAsync(StartLine())).Groups["port"].ValueSpan, provider: null);
    }

    /// <summary>As a power cut does it: nothing is said, nothing is written any more.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async Task<string> SetupCodeAsync() => (await Log.FindAsync(SetupLine())).Groups["code"].Value;

    /// <summary>Another command of the app on the same data directory, run to its end.</summary>
    public async Task<(int ExitCode, string Output)> RunBesideAsync(params IEnumerable<string> arguments)
    {
        using var command = app.Command(DataDirectory, arguments);
        return await BuiltApp.RunAsync(command);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }

    private static async Task<AppServer> StartAsync(AppServer server)
    {
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    [GeneratedRegex(@"TimerRooms is at http://[^:]+:(?<port>\d+)")]
    private static partial Regex StartLine();

    [GeneratedRegex(@"enter the setup code (?<code>\S+)")]
    private static partial Regex SetupLine();
}
