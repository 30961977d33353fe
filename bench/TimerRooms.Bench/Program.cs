using System.Globalization;
using TimerRooms.Bench;
using TimerRooms.Bench.Scenarios;
using TimerRooms.Bench.Servers;

var isQuick = args.Contains("--quick");
var only = args.SkipWhile(arg => arg != "--only").Skip(1).FirstOrDefault()?.Split(',');
Places.Check();
using var seeded = await SeededRooms.MakeAsync();
foreach (var scenario in Scenario.All.Where(scenario => only?.Contains(scenario.Key) != false))
{
    var figures = new List<Figure>();
    for (var round = 0; round < (isQuick ? 1 : scenario.Rounds); round++)
        foreach (var side in scenario.Sides)
        {
            Console.Error.WriteLine($"{scenario.Key}: {side}, round {round + 1}");
            figures.AddRange(await scenario.RoundAsync(new Stage(seeded, side, isQuick)));
        }
    foreach (var same in figures.GroupBy(figure => (figure.Scenario, figure.Name, figure.Unit, figure.Side)))
    {
        var median = same.Select(figure => figure.Value).Order().ElementAt(same.Count() / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{same.Key.Scenario,-45} {same.Key.Name,-30} {same.Key.Side,-10} {median,10:0.00} {same.Key.Unit}"));
    }
}
