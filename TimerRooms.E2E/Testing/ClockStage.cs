using System.Runtime.CompilerServices;
using TimerRooms.Core.Rooms;

namespace TimerRooms.E2E.Testing;

/// <summary>Devices that look at one planted room, each through a link, and what they showed while they were watched.</summary>
public abstract class ClockStage(Site site) : StageTests(site)
{
    // the first seconds after a page was loaded are for its clock to settle
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    protected async Task<AppServer> ServerWithAsync(Room room)
    {
        var server = await OwnServerAsync();
        await server.PlantAsync(room);
        return server;
    }

    /// <summary>A viewer whose Date is so far ahead.</summary>
    protected async Task<Person> DeviceAsync(
        AppServer server, Room room, LinkProxy link, TimeSpan ahead = default, BrowserNewContextOptions? options = null, [CallerMemberName] string test = "")
    {
        options ??= new();
        options.ViewportSize = new() { Width = 640, Height = 480 };  // ten screens are painted by one machine
        var device = await VisitorAsync(server, link.Address.Replace("http://localhost:", "device-", StringComparison.Ordinal), options, test, link);
        await device.SetClockAheadAsync(ahead);
        await device.OpenAsync($"/v/{room.ViewLink!.Token}");
        await device.Viewer.IsLiveAsync();
        return device;
    }

    /// <summary>Lets the devices settle, does something with them, and gives what each showed meanwhile.</summary>
    protected static async Task<DigitLog[]> WatchAsync(IReadOnlyList<Person> devices, Func<Task> meanwhile)
    {
        var from = DateTimeOffset.UtcNow + Settling;
        await devices[0].UntilAsync(from);
        // a browser slows down pages that nobody sees
        foreach (var device in devices) Assert.False(await device.Page.EvaluateAsync<bool>("document.hidden"));
        await meanwhile();
        return await Task.WhenAll(devices.Select(async device => (await device.DigitsAsync()).Since(from.ToUnixTimeMilliseconds())));
    }
}
