using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using TimerRooms.E2E.Testing;
using Xunit.Abstractions;

namespace TimerRooms.E2E;

public sealed class PageTests(Site site, ITestOutputHelper output) : StageTests(site)
{
    // the browser tells pages that are not there as an error
    private const string Missing = "status of 404";

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    // all that a second scheme can make worse
    private static readonly AxeRunOptions Contrast = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };

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
                var result = await person.Page.RunAxe(scheme == Schemes[0] ? new() : Contrast);
                Assert.NotEmpty(result.Passes);
                foreach (var finding in result.Violations)
                {
                    var text = $"{sight}, {scheme}: {finding.Impact} {finding.Id}: {finding.Help}\n    {string.Join("\n    ", finding.Nodes.Select(node => node.Html))}";
                    output.WriteLine(text);
                    if (finding.Impact is "serious" or "critical") grave.Add(text);
                }
            }
        }
        output.WriteLine($"{sights} sights");
        Assert.True(grave.Count == 0, string.Join(Environment.NewLine, grave));
        Assert.DoesNotContain(person.Faults, fault => !fault.Contains(Missing, StringComparison.Ordinal));
    }
}
