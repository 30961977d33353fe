using System.Text.RegularExpressions;

namespace TimerRooms.Tests.Core;

/// <summary>What the text of the source must keep to.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly DirectoryInfo Root = FindRoot();

    /// <summary>Each folder of Core with the folders it may know; what is in none of them only wires them up.</summary>
    private static readonly Dictionary<string, string[]> Layers = new()
    {
        ["Time"] = [],
        ["Timers"] = [],
        ["Accounts"] = [],
        ["Rooms"] = ["Timers"],
        ["Storage"] = ["Rooms", "Timers", "Accounts", "Time"],
        ["Live"] = ["Storage", "Rooms", "Timers", "Time"],
    };

    [Fact]
    public void The_folders_of_Core_depend_one_way_only()
    {
        foreach (var file in Sources("TimerRooms.Core"))
        {
            var folder = Path.GetRelativePath(Path.Combine(Root.FullName, "TimerRooms.Core"), file).Split(Path.DirectorySeparatorChar)[0];
            if (folder.EndsWith(".cs", StringComparison.Ordinal)) continue;

            Assert.True(Layers.TryGetValue(folder, out var allowed), $"{folder} has no place among the layers yet");
            var text = File.ReadAllText(file);
            var known = Names().Matches(text).Select(match => match.Groups[1].Value).Distinct().Where(name => name != folder && Layers.ContainsKey(name));
            Assert.Equal([], known.Except(allowed!).Select(name => $"{file} knows {name}"));
            Assert.False(text.Contains("CoreServices", StringComparison.Ordinal), $"{file} knows what wires it up");
        }
    }

    [Fact]
    public void The_layers_have_no_circle()
    {
        var lower = new HashSet<string>();
        while (Layers.Keys.FirstOrDefault(layer => !lower.Contains(layer) && lower.IsSupersetOf(Layers[layer])) is { } next) lower.Add(next);
        Assert.Equal(Layers.Keys.Order(), lower.Order());
    }

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Assert.Equal([], Sources("").Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && File.ReadLines(file).Count() > 300));

    /// <summary>What a browser can call on the server beside events; a new one is looked at before it stands here.</summary>
    [Fact]
    public void Browsers_can_call_these_methods_and_no_others() => Assert.Equal(
        ["ClockSample.Acted", "ClockSample.Now", "ClockSample.Report", "Reorder.DropAsync"],
        typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(Microsoft.JSInterop.JSInvokableAttribute), false))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order());

    [Fact]
    public void Rules_read_no_clock_no_chance_and_no_disk()
    {
        string[] pure = ["TimerRooms.Core/Timers", "TimerRooms.Core/Rooms"];
        string[] impure = ["UtcNow", "DateTime.Now", "NewGuid", "CreateVersion7", "Random.", "await ", "TimeProvider", "System.IO"];
        foreach (var file in pure.SelectMany(Sources).Where(file => !file.EndsWith("Tokens.cs", StringComparison.Ordinal)))
            Assert.Equal([], impure.Where(File.ReadAllText(file).Contains).Select(what => $"{file} has {what}"));
    }

    private static IEnumerable<string> Sources(string folder)
    {
        string[] endings = [".cs", ".razor", ".css", ".js"];
        string[] made = ["bin", "obj", "_framework", "node_modules", ".git"];
        return Directory.EnumerateFiles(Path.Combine(Root.FullName, folder), "*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file)))
            .Where(file => !Path.GetRelativePath(Root.FullName, file).Split(Path.DirectorySeparatorChar).Any(made.Contains));
    }

    private static DirectoryInfo FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "TimerRooms.sln"))) directory = directory.Parent!;
        return directory;
    }

    [GeneratedRegex(@"TimerRooms\.Core\.(\w+)")]
    private static partial Regex Names();
}
