using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;

namespace TimerRooms.Tests.Testing;

/// <summary>The whole of Core over a database in a directory of its own, on manual time; it can be restarted.</summary>
public sealed class TestCore : IAsyncDisposable
{
    // migrated once: most tests are not about that
    private static readonly Lazy<Task<byte[]>> EmptyDatabase = new(MigrateAsync);

    private readonly string directory = Directory.CreateTempSubdirectory("timerrooms-").FullName;
    private readonly Action<IServiceCollection>? with;
    private ServiceProvider services = null!;

    private TestCore(Action<IServiceCollection>? with) => this.with = with;

    public ManualTime Time { get; } = new(Noon);

    public DateTimeOffset Now => Get<ServerClock>().GetUtcNow();

    public RoomRegistry Rooms => Get<RoomRegistry>();

    private string DatabasePath => Path.Combine(directory, TimerRooms.Core.Storage.Database.FileName);

    public static async Task<TestCore> StartAsync(Action<IServiceCollection>? with = null)
    {
        var core = new TestCore(with);
        await File.WriteAllBytesAsync(core.DatabasePath, await EmptyDatabase.Value);
        core.Build();
        await core.Rooms.LoadAsync();
        return core;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public TimerRoomsDb Database() => Get<IDbContextFactory<TimerRoomsDb>>().CreateDbContext();

    /// <summary>The process ends and another begins, with the host as it is then.</summary>
    public async Task RestartAsync(Action<ManualTime>? meanwhile = null)
    {
        await StopAsync();
        meanwhile?.Invoke(Time);
        Build();
        await Rooms.LoadAsync();
    }

    /// <summary>A new room of <see cref="Owner"/> with these timers, in which a start comes at once.</summary>
    public async Task<LiveRoom> RoomAsync(params AddTimer[] timers)
    {
        var (id, refusal) = await Rooms.CreateAsync("Main hall", Owner);
        Assert.Null(refusal);
        var room = Room(id!.Value);
        await room.DoAsync(new SetStartLead(new(room.Current.StartLead, TimeSpan.Zero)));
        foreach (var timer in timers) await room.DoAsync(timer);
        return room;
    }

    public LiveRoom Room(Guid id) => Rooms.Find(id, Owner) ?? throw new InvalidOperationException("There is no such room.");

    /// <summary>What the journal says about a room, by version.</summary>
    public async Task<IReadOnlyList<RoomChange>> JournalAsync(Guid roomId)
    {
        await using var db = Database();
        var rows = await db.Journal.AsNoTracking().Where(row => row.RoomId == roomId).OrderBy(row => row.Version).ToListAsync();
        return [.. rows.Select(row => row.ToChange())];
    }

    public async Task<IReadOnlyList<ReachZero>> ZerosAsync(Guid roomId) =>
        [.. (await JournalAsync(roomId)).Select(change => change.Command).OfType<ReachZero>()];

    public async Task SqlAsync(string sql)
    {
        await using var db = Database();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Bytes of the database file, without its write-ahead log.</summary>
    public long DatabaseSize => new FileInfo(DatabasePath).Length;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<byte[]> MigrateAsync()
    {
        var core = new TestCore(null);
        core.Build();
        await using (var db = core.Database()) await db.Database.MigrateAsync();
        await core.StopAsync();
        var empty = await File.ReadAllBytesAsync(core.DatabasePath);
        Directory.Delete(core.directory, recursive: true);
        return empty;
    }

    private void Build()
    {
        var clock = new ServerClock(Time, () => Time.Uptime);
        var collection = new ServiceCollection().AddLogging().AddTimerRooms(directory).AddSingleton(clock);
        with?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    private async Task StopAsync()
    {
        string connections;
        await using (var db = Database()) connections = db.Database.GetConnectionString()!;
        await services.DisposeAsync();
        using var connection = new SqliteConnection(connections);
        SqliteConnection.ClearPool(connection);
    }
}
