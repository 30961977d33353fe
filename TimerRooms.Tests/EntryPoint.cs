using TimerRooms.Tests.Crash;

namespace TimerRooms.Tests;

/// <summary>What the test assembly does when it is started as a program: the parts of tests that need a process of their own.</summary>
internal static class EntryPoint
{
    private const string Usage = """
        Usage: dotnet TimerRooms.Tests.dll COMMAND
          clickers DATA_DIR SEED   20 clickers drive rooms and say what they sent and what was acknowledged, until killed
          finishes [FINISHES]      lets that many timers (1000) finish at random moments and prints how late they came, idle and with a busy processor
        """;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["clickers", var directory, var seed]:
                await Clickers.RunAsync(directory, int.Parse(seed, null));
                return 0;
            case ["finishes", .. var rest] when rest.Length < 2:
                await Finishes.RunAsync(rest is [var finishes] ? int.Parse(finishes, null) : 1000);
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }
}
