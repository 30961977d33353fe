using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Bench.Servers;
using TimerRooms.Core;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Bench.Scenarios;

/// <summary>Core as the product runs it, over a database on disk that goes with it, with its commits counted.</summary>
internal sealed class BenchCore : IAsyncDisposable
{
    private readonly DirectoryInfo directory = Scratch.New();
    private readonly CommitCount commits = new();
    private readonly ServiceProvider services;

    private BenchCore() => services = new ServiceCollection().AddLogging().AddTimerRooms(directory.FullName)
        .ConfigureDbContext<TimerRoomsDb>(options => options.AddInterceptors(commits))
        .AddSingleton(_ => DataDirectory.Claim(directory.FullName)).AddSingleton<Database>().BuildServiceProvider();

    public int Commits => commits.Count;

    /// <summary>In use, in the order in which they were planted.</summary>
    public required IReadOnlyList<LiveRoom> Rooms { get; init; }

    public static async Task<BenchCore> StartAsync(List<Room> rooms)
    {
        var live = new List<LiveRoom>();
        var core = new BenchCore { Rooms = live };
        await core.services.GetRequiredService<Database>().OpenAsync();
        await using (var db = await core.services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContextAsync()) await Stock.PlantAsync(db, rooms);
        var registry = core.services.GetRequiredService<RoomRegistry>();
        await registry.LoadAsync();
        live.AddRange(rooms.Select(room => registry.Find(room.Id, Stock.Owner)!));
        return core;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private sealed class CommitCount : DbTransactionInterceptor
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }
    }
}
