using System.Globalization;
using TimerRooms.Bench.Micro;
using TimerRooms.Bench.Report;
using TimerRooms.Bench.Scenarios;
using TimerRooms.Bench.Servers;

if (args.Contains("--micro")) return MicroRun.Run(Places.Root) ? 0 : 1;

Places.Check();
var isQuick = args.Contains("--quick");
var only = Given("--only")?.Split(',');
var most = isQuick ? 1 : int.Parse(Given("--rounds") ?? "3", CultureInfo.InvariantCulture);
var rounds = new List<List<TimerRooms.Bench.Figure>>();
using var seeded = await SeededRooms.MakeAsync();
if (Given("--beside") is { } build)
{
    await Beside.RunAsync(seeded, build, Console.Out);
    return 0;
}
foreach (var scenario in Scenario.All.Where(scenario => only?.Contains(scenario.Key) ?? !(isQuick && scenario.IsLong)))
    await scenario.RunAsync(seeded, isQuick, most, rounds);

var report = new RunReport(rounds);
report.Print(Console.Out);
if (!isQuick && only is null) report.Write(Places.Root, DateOnly.FromDateTime(DateTime.UtcNow));
return 0;

string? Given(string option) => args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault();
