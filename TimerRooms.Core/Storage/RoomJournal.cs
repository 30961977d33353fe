using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Time;

namespace TimerRooms.Core.Storage;

/// <summary>
/// Writes rooms and their journal: a room's row and its journal row in one transaction, the changes of many rooms in one
/// commit. It alone moves the write-ahead log into the database file.
/// </summary>
public sealed partial class RoomJournal : IAsyncDisposable
{
    private const int LargestGroup = 256;
    private const int CommitsPerCheckpoint = 500;

    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly IDbContextFactory<TimerRoomsDb> databases;
    private readonly WriteGate gate;
    private readonly ServerClock clock;
    private readonly ILogger logger;
    private readonly Task writing;
    private int commits;

    public RoomJournal(IDbContextFactory<TimerRoomsDb> databases, WriteGate gate, ServerClock clock, ILogger<RoomJournal> logger)
    {
        (this.databases, this.gate, this.clock, this.logger) = (databases, gate, clock, logger);
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Returns once the change is on disk. If it throws, the change may or may not be: see <see cref="ReadBackAsync"/>.</summary>
    /// <exception cref="TimeoutException">The disk did not take it within <see cref="WriteGate.Patience"/>.</exception>
    public Task AppendAsync(Room next, RoomChange change) => EnqueueAsync(new Pending(RoomRow.Of(next), RowOf(change)));  // the one writer only writes

    /// <summary>The room as the disk has it, after every write that was asked for before; null if it has none.</summary>
    /// <exception cref="TimeoutException">Those writes were not done within <see cref="WriteGate.Patience"/>.</exception>
    public async Task<Room?> ReadBackAsync(Guid roomId)
    {
        await EnqueueAsync(new Pending(null, null));
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.Rooms.AsNoTracking().SingleOrDefaultAsync(row => row.Id == roomId);
        return row is null ? null : RoomJson.Read<Room>(row.State);
    }

    /// <summary>The change that made a version of a room; null if there is none.</summary>
    public async Task<RoomChange?> FindAsync(Guid roomId, long version)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.Journal.AsNoTracking().SingleOrDefaultAsync(row => row.RoomId == roomId && row.Version == version);
        return row?.ToChange();
    }

    /// <summary>What changed after a version, newest first and no more than that many; an undo has with it the change it took back.</summary>
    public async Task<IReadOnlyList<RoomChange>> SinceAsync(Guid roomId, long version, int most)
    {
        await using var db = await databases.CreateDbContextAsync();
        var ofRoom = db.Journal.AsNoTracking().Where(row => row.RoomId == roomId);
        var rows = await ofRoom.Where(row => row.Version > version).OrderByDescending(row => row.Version).Take(most).ToListAsync();
        var changes = rows.ConvertAll(row => row.ToChange());
        var undone = changes.Select(change => change.Command).OfType<Undo>().Select(undo => undo.Version).ToList();
        if (undone.Count == 0) return changes;

        var byVersion = await ofRoom.Where(row => undone.Contains(row.Version)).ToDictionaryAsync(row => row.Version, row => row.ToChange());
        return changes.ConvertAll(change => change.Command is Undo undo ? change with { Command = undo with { Change = byVersion.GetValueOrDefault(undo.Version) } } : change);
    }

    /// <summary>Writes what is still waiting, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
    }

    private async Task EnqueueAsync(Pending pending)
    {
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(pending), this);
        try
        {
            await pending.Done.Task.WaitAsync(WriteGate.Patience, clock);
        }
        catch (TimeoutException)
        {
            pending.Take();  // if the writer has not come to it yet, it shall not write what was refused
            throw;
        }
    }

    private async Task WriteAsync()
    {
        var group = new List<Pending>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var pending))
                if (pending.Take()) group.Add(pending);
            if (group.Count == 0) continue;
            await SaveOrSplitAsync(group);
            group.Clear();
            if (commits >= CommitsPerCheckpoint) await CheckpointAsync();
        }
    }

    /// <summary>One change the disk refuses must not take the others of its group with it.</summary>
    private async Task SaveOrSplitAsync(List<Pending> group)
    {
        try
        {
            await SaveAsync(group);
            group.ForEach(pending => pending.Done.SetResult());
        }
        catch (Exception e)
        {
            if (group.Count == 1 || e is TimeoutException) group.ForEach(pending => pending.Done.SetException(e));
            else foreach (var pending in group) await SaveOrSplitAsync([pending]);
        }
    }

    private async Task SaveAsync(List<Pending> group)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var room in group.Where(pending => pending.Room is not null).GroupBy(pending => pending.Room!.Id))
        {
            var isNew = room.First().Room!.Version == 1;
            db.Entry(room.Last().Room!).State = isNew ? EntityState.Added : EntityState.Modified;
            db.Journal.AddRange(room.Select(pending => pending.Change!));
        }
        await db.SaveChangesAsync();
        commits++;
    }

    /// <summary>After the answers are given: what is in the log is safe, and one that fails is tried again after the next commit.</summary>
    private async Task CheckpointAsync()
    {
        try
        {
            using var turn = await gate.EnterAsync();
            await using var db = await databases.CreateDbContextAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)");
            commits = 0;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            CheckpointFailed(logger, e);
        }
    }

    private JournalRow RowOf(RoomChange change) => new()
    {
        RoomId = change.RoomId,
        Version = change.Version,
        At = change.At + clock.WallOffset,
        Actor = RoomJson.Write(change.By),
        Command = RoomJson.Write(change.Command),
        Change = RoomJson.Write(change.What),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The write-ahead log could not be moved into the database; trying again")]
    private static partial void CheckpointFailed(ILogger logger, Exception exception);

    /// <summary>A change to be written; without one, only a place in the queue.</summary>
    private sealed record Pending(RoomRow? Room, JournalRow? Change)
    {
        private int taken;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>True for whoever comes first: the writer, or the one that waited too long for it.</summary>
        public bool Take() => Interlocked.Exchange(ref taken, 1) == 0;
    }
}
