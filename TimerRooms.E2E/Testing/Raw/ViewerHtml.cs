using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TimerRooms.E2E.Testing.Raw;

/// <summary>What a viewer page tells the framework's script: the components to make live, and the state to begin with.</summary>
public sealed partial record ViewerHtml(string Operations, string State)
{
    public static ViewerHtml Read(string html) => new(
        Add(Component().Matches(html).Select(match => match.Groups["marker"].Value)),
        StateComment().Match(html).Groups["state"].Value);

    // as blazor.web.js has it: ids count from 1, the marker is that of the page with an id of the script's own
    private static string Add(IEnumerable<string> markers)
    {
        var components = markers.Select(marker => JsonNode.Parse(marker)!.AsObject())
            .Where(marker => (string?)marker["type"] == "server")  // not the comment that ends a component
            .OrderBy(marker => (int)marker["sequence"]!);
        var operations = new JsonArray();
        foreach (var (index, marker) in components.Index())
        {
            marker["uniqueId"] = index;
            operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = index + 1, ["marker"] = marker });
        }
        return new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(JsonSerializerOptions.Web);
    }

    [GeneratedRegex("<!--Blazor:(?<marker>{.*?})-->", RegexOptions.Singleline)]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[a-zA-Z0-9+/=]+)-->")]
    private static partial Regex StateComment();
}
