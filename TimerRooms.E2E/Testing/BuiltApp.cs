using System.Diagnostics;

namespace TimerRooms.E2E.Testing;

/// <summary>The app as it was built, or published, to be run as a process of its own.</summary>
public sealed record BuiltApp(string Folder)
{
    private const string Web = "TimerRooms.Web", E2E = "TimerRooms.E2E";

    private static readonly string Here = AppContext.BaseDirectory;

    /// <summary>The web project's output of the same configuration, else what lies beside the tests.</summary>
    public static readonly BuiltApp FromSource =
        new(Here.Replace(E2E, Web, StringComparison.Ordinal) is var folder && File.Exists(Path.Combine(folder, $"{Web}.dll")) ? folder : Here);

    /// <summary>The top of the source tree.</summary>
    public static readonly string SourceRoot = Here[..Here.LastIndexOf(E2E, StringComparison.Ordinal)];

    public static string Configuration => new DirectoryInfo(Here).Parent!.Name;

    /// <summary>A process that is not started yet, with its output redirected and nothing of the tests' own environment.</summary>
    public Process Command(string dataDirectory, params IEnumerable<string> arguments)
    {
        var process = Redirected("dotnet", [Path.Combine(Folder, $"{Web}.dll"), .. arguments]);
        process.StartInfo.WorkingDirectory = "/";
        foreach (var name in process.StartInfo.Environment.Keys.Where(IsOfTheHost).ToList()) process.StartInfo.Environment.Remove(name);
        process.StartInfo.Environment["TimerRooms__DataDirectory"] = dataDirectory;
        return process;
    }

    /// <summary>Publishes the build as it is, without compiling it beforehand.</summary>
    public static async Task<BuiltApp> PublishAsync(string folder)
    {
        using var process = Redirected("dotnet", ["publish", Path.Combine(SourceRoot, Web), "-c", Configuration, "--no-build", "-p:PublishReadyToRun=false", "-o", folder]);
        foreach (var name in process.StartInfo.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            process.StartInfo.Environment.Remove(name);
        var (exitCode, output) = await RunAsync(process);
        return exitCode == 0 ? new BuiltApp(folder) : throw new InvalidOperationException($"dotnet publish failed.\n{output}");
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(Process process)
    {
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return (process.ExitCode, (await output + await error).Trim());
    }

    private static bool IsOfTheHost(string name) =>
        name.StartsWith("TimerRooms__", StringComparison.OrdinalIgnoreCase) || name is "ASPNETCORE_URLS" or "ASPNETCORE_ENVIRONMENT" or "STATE_DIRECTORY";

    private static Process Redirected(string file, IEnumerable<string> arguments) => new()
    {
        StartInfo = new(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        EnableRaisingEvents = true,
    };
}
