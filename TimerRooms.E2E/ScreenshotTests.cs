using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>Not a test: pictures of the app to look at, for <c>scripts/screenshots</c>.</summary>
[Trait("Category", "Screenshots")]
public sealed class ScreenshotTests(Site site) : StageTests(site)
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("phone", 390, 844), ("laptop", 1440, 900), ("hall", 3840, 2160)];

    private static readonly (string Name, int Timers)[] Rooms = [("Small room", 1), ("Main hall", 5), ("Whole conference", 20)];

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    private static string Folder => Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder ? folder : "screenshots";

    [Fact]
    public async Task Pages_on_every_screen_light_and_dark()
    {
        var rooms = Array.ConvertAll(Rooms, room => Seed.MixedRoom(room.Name, room.Timers));
        var server = await OwnServerAsync();
        await server.PlantAsync(rooms);
        List<(string Name, string Path, bool IsLive)> pages = [("rooms", "/rooms", true), ("account", "/account", false)];
        foreach (var room in rooms)
        {
            pages.Add(($"control-{room.Timers.Count:00}", $"/rooms/{room.Id}", true));
            pages.Add(($"viewer-{room.Timers.Count:00}", $"/v/{room.ViewLink!.Token}", true));
            pages.Add(($"basic-{room.Timers.Count:00}", $"/basic/{room.Id}", false));
        }
        foreach (var (screen, width, height) in Screens)
        {
            var size = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height } };
            await TakeAllAsync(await OwnerAsync(server, new(size)), screen, pages);
            await TakeAllAsync(await VisitorAsync(server, "visitor", new(size)), screen, [("landing", "/", false), ("signin", "/signin", false)]);
            await TakeAllAsync(await VisitorAsync(await Fresh, "first", new(size)), screen, [("setup", "/setup", false)]);
        }
    }

    private static async Task TakeAllAsync(Person person, string screen, IEnumerable<(string Name, string Path, bool IsLive)> pages)
    {
        foreach (var (name, path, isLive) in pages)
        {
            await person.OpenAsync(path);
            if (isLive) await person.Viewer.IsLiveAsync();
            foreach (var scheme in Schemes)
            {
                await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var file = Path.Combine(Folder, $"{name}-{screen}-{scheme.ToString().ToLowerInvariant()}.png");
                await person.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
            }
        }
    }
}
