using System.IO.Compression;
using Acornima;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Clock;

namespace TimerRooms.Tests.Web.Clock;

public sealed class ScriptTests
{
    [Fact]
    public void All_scripts_of_a_viewer_page_are_at_most_15_KB_on_the_wire()
    {
        var sizes = Directory.GetFiles(ScriptFiles.Clock, "*.js").Where(file => Path.GetFileName(file) is not ("debug.js" or "basic.js")).Select(Compressed).ToList();

        Assert.NotEmpty(sizes);
        Assert.InRange(sizes.Sum(), 1, 15 * 1024);
    }

    [Fact]
    public void Every_script_is_one_that_browsers_of_2015_can_read()
    {
        var parser = new Parser(new ParserOptions { EcmaVersion = EcmaVersion.ES6 });
        var files = ScriptFiles.All.ToList();
        Assert.True(files.Count > 20, $"only {files.Count} scripts found");

        var faults = files.Select(file => (Name: Path.GetFileName(file), Fault: Record.Exception(() => parser.ParseModule(File.ReadAllText(file)))));
        Assert.DoesNotContain(faults, file => file.Fault is not null);
        Assert.Throws<SyntaxErrorException>(() => parser.ParseModule("async () => { await 1; }"));
    }

    [Fact]
    public void The_script_for_old_browsers_is_of_the_kind_they_all_can_read() =>
        new Parser(new ParserOptions { EcmaVersion = EcmaVersion.ES3 }).ParseScript(File.ReadAllText(Path.Combine(ScriptFiles.Clock, "old-browser.js")));

    [Theory]
    [MemberData(nameof(Phases))]
    public void The_script_says_the_same_words_as_the_first_render(TimerPhase phase)
    {
        var script = File.ReadAllText(Path.Combine(ScriptFiles.Clock, "timer-text.js"));

        var words = TimerWords.Of(phase);
        var quoted = words.Contains('\'', StringComparison.Ordinal) ? $"\"{words}\"" : $"'{words}'";
        Assert.Contains($"  {TimerWords.Name(phase)}: {quoted}", script, StringComparison.Ordinal);
    }

    public static TheoryData<TimerPhase> Phases() => [.. Enum.GetValues<TimerPhase>()];

    private static long Compressed(string file)
    {
        using var result = new MemoryStream();
        using (var brotli = new BrotliStream(result, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(File.ReadAllBytes(file));
        return result.Length;
    }
}
