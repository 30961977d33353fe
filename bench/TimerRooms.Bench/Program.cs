using TimerRooms.Bench;
using TimerRooms.Bench.Micro;
using TimerRooms.Bench.Report;
using TimerRooms.Bench.Scenarios;

var root = args is [_, var given, ..] ? given : ".";
switch (args.FirstOrDefault())
{
    case "micro":
        return MicroRun.Run(root) ? 0 : 1;
    case "core":
        var rounds = new List<IReadOnlyList<Figure>>();
        for (var round = 0; round < 3; round++) rounds.Add(await CoreThroughput.RunAsync(args.Contains("--quick")));
        new RunReport(rounds).Print(Console.Out);
        return 0;
    case "cold":
        new RunReport([await ColdStart.RunAsync(Path.Combine(root, "TimerRooms.Web", "bin", "Release", "net10.0", "TimerRooms.Web.dll"))]).Print(Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("micro | core | cold");
        return 2;
}
