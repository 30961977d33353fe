using TimerRooms.Bench.Scenarios;

foreach (var figure in await CoreThroughput.RunAsync(args.Contains("--quick"))) Console.WriteLine(figure);
