using System.IO.Compression;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Clock;

namespace TimerRooms.Tests.Web.Clock;

public sealed class ScriptTests
{
    [Fact]
    public void All_scripts_of_a_viewer_page_are_at_most_12_KB_on_the_wire()
    {
        var sizes = Directory.GetFiles(ScriptFiles.Clock, "*.js").Select(Compressed).ToList();

        Assert.NotEmpty(sizes);
        Assert.InRange(sizes.Sum(), 1, 12 * 1024);
    }

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
