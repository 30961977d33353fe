using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed partial class AssetTests(Site site) : StageTests(site)
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".html"] = "text/html",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".mp3"] = "audio/mpeg",
        [".woff2"] = "font/woff2",
    };

    private static readonly (string Name, string Part)[] Headers =
        [("Content-Security-Policy", "script-src 'self';"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer")];

    [Fact]
    public async Task Every_asset_comes_whole_from_source() =>
        await CheckAsync(await Shared, BuiltApp.FromSource, Path.Combine(BuiltApp.SourceRoot, "TimerRooms.Web", "wwwroot"));

    [Fact]
    public async Task Every_asset_comes_whole_from_a_publish_started_elsewhere()
    {
        var folder = Directory.CreateTempSubdirectory("timerrooms-publish-");
        try
        {
            var app = await BuiltApp.PublishAsync(folder.FullName);
            var server = await AppServer.StartOwnedAsync(app);
            await using (server) await CheckAsync(server, app, Path.Combine(folder.FullName, "wwwroot"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task CheckAsync(AppServer server, BuiltApp app, string root)
    {
        var owner = await OwnerOfRoomAsync(server, [], "Assets");
        var room = new Uri(owner.Page.Url).AbsolutePath;
        string[] pages = ["/", "/signin", "/account", "/rooms", room, room.Replace("/rooms/", "/basic/", StringComparison.Ordinal), (await owner.Room.TakeLinkAsync()).AbsolutePath];
        var referred = new HashSet<string>(["_framework/blazor.web.js", "Features/Rooms/Reorder.razor.js"]);
        foreach (var page in pages)
            foreach (Match reference in Reference().Matches(await (await owner.OpenAsync(page)).TextAsync())) referred.Add(reference.Groups["path"].Value);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".gz" or ".br"))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));

        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        var faults = new List<string>();
        var onDisk = new AssetFiles(app);
        foreach (var path in referred.Union(files))
        {
            var whole = await File.ReadAllBytesAsync(onDisk.Of(path));
            foreach (var encoding in new[] { "identity", "gzip", "br" })
                if (await FaultAsync(client, new Uri($"{server.Address}/{path}"), encoding, whole) is { } fault) faults.Add($"{path} as {encoding}: {fault}");
        }
        Assert.Empty(faults);
        Assert.True(referred.Count >= 8, $"only {referred.Count} assets are referred to: {string.Join(", ", referred)}");
    }

    private static async Task<string?> FaultAsync(HttpClient client, Uri address, string encoding, byte[] whole)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", encoding);
        using var answer = await client.SendAsync(request);
        var extension = Path.GetExtension(address.AbsolutePath);
        if (answer.StatusCode != HttpStatusCode.OK) return $"{answer.StatusCode}";
        if (!Types.TryGetValue(extension, out var type)) return $"what is the type of {extension}? Say it here";
        if (answer.Content.Headers.ContentType?.MediaType != type) return $"{answer.Content.Headers.ContentType} instead of {type}";
        if (answer.Content.Headers.ContentEncoding.Any(used => used != encoding)) return $"encoded as {answer.Content.Headers.ContentEncoding}";
        if (!(await DecodedAsync(answer.Content)).AsSpan().SequenceEqual(whole)) return "not the file on disk";
        return Headers.Where(header => !Has(answer, header)).Select(header => $"no {header.Name} with {header.Part}").FirstOrDefault();
    }

    private static async Task<byte[]> DecodedAsync(HttpContent content)
    {
        await using var sent = await content.ReadAsStreamAsync();
        await using Stream decoded = content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var all = new MemoryStream();
        await decoded.CopyToAsync(all);
        return all.ToArray();
    }

    private static bool Has(HttpResponseMessage answer, (string Name, string Part) header) =>
        answer.Headers.TryGetValues(header.Name, out var values) && values.Any(value => value.Contains(header.Part, StringComparison.Ordinal));

    [GeneratedRegex("""(?:src|href)="(?<path>[^"#:?]+\.[a-z0-9]+)["?]""")]
    private static partial Regex Reference();
}
