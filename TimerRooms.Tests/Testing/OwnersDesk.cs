using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Features.Rooms;
using TimerRooms.Web.Features.Sharing;
using TimerRooms.Web.Features.Team;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Testing;

/// <summary>Where an owner's pages are opened, signed in, on a real registry in a directory of its own that goes with it.</summary>
public sealed class OwnersDesk : IAsyncDisposable
{
    private static readonly Actor Owner = new("owner", "Olga");

    private readonly string directory = Directory.CreateTempSubdirectory("timerrooms-").FullName;

    // a look again may come late on a busy machine
    static OwnersDesk() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(10);

    private OwnersDesk(Uri? publicUrl)
    {
        Page.Services.AddTimerRooms(directory);
        Page.Services.AddSingleton(new ServerClock(Clock, () => Clock.Uptime));
        Page.Services.AddSingleton(new TimerRoomsSettings { DataDirectory = directory, PublicUrl = publicUrl }).AddScoped<PublicAddress>().AddScoped<Promptness>().AddSingleton<Lull>().AddScoped<Connection>().AddHttpContextAccessor();
        Page.Services.AddSingleton<HashingTurns>().AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<Passcodes>();
        Page.Services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>().AddSingleton<AccountFinder>();
        Page.Services.AddSingleton<SignInThrottle>().AddSingleton<ScreenPairing>();
        Page.JSInterop.Mode = JSRuntimeMode.Loose;
        SignIn = Page.AddAuthorization();
        SignInAs("owner");
        Page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public ManualTime Clock { get; } = new(Noon);

    public BunitContext Page { get; } = new();

    public BunitAuthorizationContext SignIn { get; }

    public RoomRegistry Rooms => Page.Services.GetRequiredService<RoomRegistry>();

    public IReadOnlyCollection<NavigationHistory> Visited => Page.Services.GetRequiredService<BunitNavigationManager>().History;

    private IDbContextFactory<TimerRoomsDb> Contexts => Page.Services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>();

    public static async Task<OwnersDesk> OpenAsync(Uri? publicUrl = null)
    {
        var desk = new OwnersDesk(publicUrl);
        await using var db = await desk.Contexts.CreateDbContextAsync();
        await db.Database.MigrateAsync();
        return desk;
    }

    public void SignInAs(string account) => SignIn.SetAuthorized(account).SetClaims(new Claim(ClaimTypes.NameIdentifier, account));

    /// <summary>A room of the owner with ten-minute timers.</summary>
    public async Task<LiveRoom> MakeAsync(string name, params string[] titles)
    {
        var (id, refusal) = await Rooms.CreateAsync(name, Owner);
        Assert.Null(refusal);
        var room = Rooms.Find(id!.Value, Owner)!;
        foreach (var title in titles) await DoAsync(room, new AddTimer(Guid.CreateVersion7(), title, TimeSpan.FromMinutes(10)));
        return room;
    }

    /// <summary>The owner does it, on another page.</summary>
    public static async Task DoAsync(LiveRoom room, RoomCommand command) => Assert.Null(await room.ExecuteAsync(command, Owner));

    /// <summary>The owner takes the last step back, on another page.</summary>
    public static async Task UndoAsync(LiveRoom room) => Assert.Null(await room.UndoAsync(room.Current.Undoable[^1].Version, Owner));

    public IRenderedComponent<RoomControl> Show(LiveRoom room) => Show(room.Current.Id.ToString());

    public IRenderedComponent<RoomControl> Show(string roomId) =>
        Page.Render<RoomControl>(parameters => parameters.Add(control => control.RoomId, roomId));

    public IRenderedComponent<RoomList> ShowList() => Page.Render<RoomList>();

    public async ValueTask DisposeAsync()
    {
        await using (var db = await Contexts.CreateDbContextAsync()) SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        await Page.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }
}
