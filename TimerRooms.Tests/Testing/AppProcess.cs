using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TimerRooms.Tests.Testing;

/// <summary>The app as a process of its own: for its exit code, its console, and for what only a kill can show.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, read) => Take(read.Data);
        process.ErrorDataReceived += (_, read) => Take(read.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it said so far, console and errors.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>With settings named as in the environment: <c>TimerRooms__PublicUrl</c>.</summary>
    public static AppProcess Start(string dataDirectory, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TimerRooms.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["TimerRooms__DataDirectory"] = dataDirectory;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new AppProcess(start);
    }

    /// <summary>Serving on a free port.</summary>
    public static AppProcess Serve(string dataDirectory, params (string Name, string Value)[] settings) =>
        Start(dataDirectory, ["--urls", "http://127.0.0.1:0"], settings);

    /// <summary>Its address, once its start line named it.</summary>
    public Task<Uri> AddressAsync() => started.Task.WaitAsync(Patience);

    /// <summary>Its exit code, once it has gone by itself.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>As a power cut does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (StartLine().Match(line) is { Success: true } match) started.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex("TimerRooms is at (http://\\S+) · data in .+ · SQLite 3\\.")]
    private static partial Regex StartLine();
}
