using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

public sealed class PageTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    // the browser tells pages that are not there as an error, and a server that is down
    private static readonly string[] Expected = ["status of 404", "ERR_CONNECTION_REFUSED"];

    [Fact]
    public async Task Everything_that_can_be_shown_is_accessible_and_keeps_to_itself()
    {
        var server = Keep(await AppServer.StartFreshAsync());
        var person = await VisitorAsync(server);
        var (grave, sights) = (new List<string>(), 0);
        await foreach (var sight in new Tour(server, person).SightsAsync())
        {
            sights++;
            foreach (var scheme in Schemes)
            {
                await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var finding in (await person.Page.RunAxe()).Violations)
                {
                    var text = $"{sight}, {scheme}: {finding.Impact} {finding.Id}: {finding.Help}\n    {string.Join("\n    ", finding.Nodes.Select(node => node.Html))}";
                    output.WriteLine(text);
                    if (finding.Impact is "serious" or "critical") grave.Add(text);
                }
            }
        }
        output.WriteLine($"{sights} sights");
        Assert.True(grave.Count == 0, string.Join(Environment.NewLine, grave));
        Assert.DoesNotContain(person.Faults, fault => !Expected.Any(part => fault.Contains(part, StringComparison.Ordinal)));
    }
}
