using System.Text.Json.Nodes;

namespace TimerRooms.E2E.Testing;

/// <summary>Which file on disk each address of an asset stands for, by the manifests that lie beside the app.</summary>
public sealed class AssetFiles(BuiltApp app)
{
    private readonly Dictionary<string, string> assets = Read(app, "endpoints")!["Endpoints"]!.AsArray()
        .Where(endpoint => endpoint!["Selectors"]!.AsArray().Count == 0)
        .DistinctBy(endpoint => (string)endpoint!["Route"]!)
        .ToDictionary(endpoint => (string)endpoint!["Route"]!, endpoint => (string)endpoint!["AssetFile"]!);

    // only a build has one; a publish has all its assets in one place
    private readonly JsonNode? places = Read(app, "runtime");

    public string Of(string path)
    {
        var asset = assets[path];
        if (places is null) return Path.Combine(app.Folder, "wwwroot", asset);
        var place = asset.Split('/').Aggregate(places["Root"], (folder, part) => folder?["Children"]?[part])?["Asset"]
            ?? throw new InvalidOperationException($"The build does not say where {asset} is.");
        return Path.Combine((string)places["ContentRoots"]![(int)place["ContentRootIndex"]!]!, (string)place["SubPath"]!);
    }

    private static JsonNode? Read(BuiltApp app, string manifest) =>
        Path.Combine(app.Folder, $"TimerRooms.Web.staticwebassets.{manifest}.json") is var file && File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
}
