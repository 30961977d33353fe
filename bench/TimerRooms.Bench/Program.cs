using System.Globalization;
using TimerRooms.Bench;
using TimerRooms.Bench.Scenarios;
using TimerRooms.Bench.Servers;

var isQuick = args.Contains("--quick");
var only = Given("--only")?.Split(',');
var most = isQuick ? 1 : int.Parse(Given("--rounds") ?? "3", CultureInfo.InvariantCulture);
Places.Check();
using var seeded = await SeededRooms.MakeAsync();
var rounds = new List<List<Figure>>();
foreach (var scenario in Scenario.All.Where(scenario => only?.Contains(scenario.Key) ?? !(isQuick && scenario.IsLong)))
    await scenario.RunAsync(seeded, isQuick, most, rounds);
foreach (var same in rounds.SelectMany(round => round).GroupBy(figure => (figure.Scenario, figure.Name, figure.Unit, figure.Side)))
{
    var median = same.Select(figure => figure.Value).Order().ElementAt(same.Count() / 2);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{same.Key.Scenario,-40} {same.Key.Name,-42} {same.Key.Side,-10} {median,10:0.00} {same.Key.Unit}"));
}

string? Given(string option) => args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault();
