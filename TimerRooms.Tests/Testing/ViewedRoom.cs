using Bunit;
using Bunit.TestDoubles;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;
using TimerRooms.Core.Timers;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Testing;

/// <summary>A shared room in a real registry, on a directory of its own that goes with it.</summary>
public sealed class ViewedRoom : IAsyncDisposable
{
    public const string Token = "viewerviewerviewer0001";

    public static readonly Guid LinkId = Guid.CreateVersion7();

    private static readonly Actor Owner = new("owner", "Olga");

    private readonly string directory = Directory.CreateTempSubdirectory("timerrooms-").FullName;
    private LiveRoom? live;

    private ViewedRoom() { }

    public ManualTime Clock { get; } = new(Noon);

    public BunitContext Page { get; } = new();

    public LiveRoom Live => live!;

    private IDbContextFactory<TimerRoomsDb> Contexts => Page.Services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>();

    public static async Task<ViewedRoom> OpenAsync(params string[] titles)
    {
        var viewed = new ViewedRoom();
        viewed.Page.Services.AddTimerRooms(viewed.directory);
        viewed.Page.Services.AddSingleton(new ServerClock(viewed.Clock, () => viewed.Clock.Uptime));
        viewed.Page.Services.AddScoped<Promptness>().AddSingleton<Lull>().AddScoped<Connection>().AddHttpContextAccessor();
        viewed.Page.AddAuthorization();
        viewed.Page.JSInterop.Mode = JSRuntimeMode.Loose;
        await using (var db = await viewed.Contexts.CreateDbContextAsync())
            await db.Database.MigrateAsync();

        var registry = viewed.Page.Services.GetRequiredService<RoomRegistry>();
        var (id, _) = await registry.CreateAsync("Main hall", Owner);
        viewed.live = registry.Find(id!.Value, Owner);
        await viewed.DoAsync(new AddLink(LinkId, LinkScope.View, "Viewer link", Token));
        foreach (var title in titles) await viewed.DoAsync(new AddTimer(Guid.CreateVersion7(), title, TimeSpan.FromMinutes(10)));
        return viewed;
    }

    public RoomTimer Timer(int index) => Live.Current.Timers[index];

    public async Task DoAsync(RoomCommand command) => Assert.Null(await Live.ExecuteAsync(command, Owner));

    public async ValueTask DisposeAsync()
    {
        await using (var db = await Contexts.CreateDbContextAsync()) SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        await Page.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }
}
