using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TimerRooms.Bench.Servers;

/// <summary>A server as a process of its own, ended at the latest with this one.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Match> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private ServerProcess(Process process, Regex startLine)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data, startLine);
        process.ErrorDataReceived += (_, line) => { if (line.Data is { } text) lines.Enqueue(text); };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Kill();  // after which there is no orderly exit
    }

    public int Port { get; private set; }

    /// <summary>Of the processors, all threads, so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Returns once it has written where it is.</summary>
    /// <param name="startLine">With a group "port".</param>
    public static async Task<ServerProcess> StartAsync(string file, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, Regex startLine)
    {
        var process = new Process { StartInfo = new(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        foreach (var (name, value) in environment) process.StartInfo.Environment[name] = value;
        var server = new ServerProcess(process, startLine);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var match = await server.started.Task.WaitAsync(StartWithin);
        server.Port = int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture);
        return server;
    }

    /// <summary>As a power cut does it.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended already
        }
    }

    /// <summary>Asks it to end in good order and waits until it has; tells how long that took.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        var since = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return Stopwatch.GetElapsedTime(since);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What it wrote.</summary>
    public override string ToString() => string.Join(Environment.NewLine, lines);

    private void Hear(string? line, Regex startLine)
    {
        if (line is null) started.TrySetException(new InvalidOperationException($"The server ended before it had started.\n{this}"));
        else if (startLine.Match(line) is { Success: true } match) started.TrySetResult(match);
        else lines.Enqueue(line);
    }
}
