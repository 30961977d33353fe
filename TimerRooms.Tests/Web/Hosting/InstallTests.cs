using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Hosting;

/// <summary>What a browser needs to install the app, and to show something while the server is down.</summary>
public sealed partial class InstallTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private static readonly string Files = Path.GetFullPath(Path.Combine(ScriptFiles.Clock, ".."));

    [Fact]
    public void The_manifest_names_the_app_and_has_the_colours_of_its_pages()
    {
        var manifest = ReadManifest();

        foreach (var (field, value) in new[] { ("name", "TimerRooms"), ("short_name", "TimerRooms"), ("id", "/"), ("start_url", "/"), ("scope", "/"), ("display", "standalone") })
            Assert.Equal(value, manifest.GetProperty(field).GetString());
        var grounds = Ground().Matches(Text("css/tokens.css"));
        var (light, dark) = (grounds[0].Groups[1].Value, grounds[1].Groups[1].Value);
        foreach (var field in new[] { "theme_color", "background_color" }) Assert.Equal(light, manifest.GetProperty(field).GetString());
        foreach (var page in new[] { Text("../App.razor"), Text("install/waiting.html") })
            Assert.Equal([light, dark], ThemeColour().Matches(page).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Every_icon_is_there_in_the_size_that_is_said()
    {
        var icons = ReadManifest().GetProperty("icons").EnumerateArray().Select(icon => (
            Path: icon.GetProperty("src").GetString()!.TrimStart('/'), Size: icon.GetProperty("sizes").GetString(), Type: icon.GetProperty("type").GetString(),
            Purpose: icon.TryGetProperty("purpose", out var purpose) ? purpose.GetString() : null)).ToList();

        Assert.Equal([("any", null), ("192x192", null), ("512x512", null), ("512x512", "maskable")], icons.Select(icon => (icon.Size, icon.Purpose)));
        Assert.Contains("<svg", Text(icons[0].Path), StringComparison.Ordinal);
        Assert.All(icons.Skip(1), icon => Assert.Equal(("image/png", icon.Size), (icon.Type, SizeOf(icon.Path))));
        Assert.Equal("180x180", SizeOf("install/icon-180.png"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/signin")]
    [InlineData("/rooms")]
    [InlineData("/v/ended")]
    [InlineData("/nothing")]
    public async Task Every_page_has_the_browser_keep_the_page_that_waits(string path)
    {
        var page = await (path == "/signin" ? owned.App.CreateClient() : owned.Owner).PageAsync(path);

        Assert.Matches("^install/register\\.[a-z0-9]+\\.js$", page.QuerySelector("script[type=module][data-waiting]")!.GetAttribute("src")!);
        Assert.Matches("^[0-9a-f]{12}$", page.QuerySelector("script[data-waiting]")!.GetAttribute("data-waiting")!);
        Assert.Equal("app.webmanifest", page.QuerySelector("link[rel=manifest]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("link[rel=apple-touch-icon]"));
    }

    [Fact]
    public void The_version_is_another_when_any_part_is()
    {
        var versions = WaitingPage.Parts.Select(changed => WaitingPage.VersionOf(new([.. WaitingPage.Parts.Select(part =>
            new Microsoft.AspNetCore.Components.ResourceAsset($"{part}.{(part == changed ? "new" : "old")}", [new("label", part)]))])));

        Assert.Equal(WaitingPage.Parts.Count, versions.Distinct().Count());
    }

    [Fact]
    public void The_page_that_waits_has_all_its_parts_kept_with_it_and_no_others()
    {
        var kept = Quoted().Matches(KeptList().Match(Text("service-worker.js")).Value).Select(match => match.Groups[1].Value).Append("install/waiting.html");
        var page = new HtmlParser().ParseDocument(Text("install/waiting.html"));
        var needed = page.QuerySelectorAll("script, link").Select(part => part.GetAttribute("src") ?? part.GetAttribute("href")!).Append("/install/waiting.html");

        Assert.Equal(WaitingPage.Parts.Order(), kept.Order());
        // it stands at any address, so its parts must be named from the top
        Assert.Equal(WaitingPage.Parts.Select(part => $"/{part}").Order(), needed.Order());
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
        Assert.DoesNotContain("import", Text("install/waiting.js"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/service-worker.js", "text/javascript")]
    [InlineData("/service-worker.js?0123456789ab", "text/javascript")]
    [InlineData("/install/waiting.html", "text/html")]
    [InlineData("/app.webmanifest", "application/manifest+json")]
    public async Task What_has_no_version_in_its_name_is_asked_for_anew_each_time(string path, string type)
    {
        using var answer = await owned.App.CreateClient().GetAsync(path);
        using var head = await owned.App.CreateClient().SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.All([answer, head], each => Assert.Equal(HttpStatusCode.OK, each.StatusCode));
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Contains("script-src 'self'; style-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static JsonElement ReadManifest() => JsonDocument.Parse(Text("app.webmanifest")).RootElement;

    private static string Text(string path) => File.ReadAllText(Path.Combine(Files, path));

    /// <summary>A PNG says it right at its beginning: eight bytes of its own, then the first chunk.</summary>
    private static string SizeOf(string path)
    {
        var png = File.ReadAllBytes(Path.Combine(Files, path)).AsSpan();
        Assert.True(png[1..4].SequenceEqual("PNG"u8), $"{path} is no PNG");
        return $"{BinaryPrimitives.ReadInt32BigEndian(png[16..])}x{BinaryPrimitives.ReadInt32BigEndian(png[20..])}";
    }

    [GeneratedRegex("--ground: (#[0-9a-f]{6})")]
    private static partial Regex Ground();

    [GeneratedRegex("name=\"theme-color\" content=\"(#[0-9a-f]{6})\"")]
    private static partial Regex ThemeColour();

    [GeneratedRegex(@"const shell = \[.*\]")]
    private static partial Regex KeptList();

    [GeneratedRegex("'/([^']+)'")]
    private static partial Regex Quoted();
}
