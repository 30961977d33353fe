using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TimerRooms.Core.Storage;

/// <summary>Opens the database file at start. A file that is damaged or gone stops the start; it is never replaced by an empty one.</summary>
public sealed class Database(IDbContextFactory<TimerRoomsDb> contexts, WriteGate gate, DataDirectory directory) : IAsyncDisposable
{
    /// <summary>The name of the database file in the data directory.</summary>
    public const string FileName = "timerrooms.db";

    private const int Corrupt = 11, NotADatabase = 26;

    // stays open as long as the process lives: closing the last connection checkpoints, outside the gate
    private TimerRoomsDb? open;

    private string File => directory.At(FileName);

    /// <summary>Known once open.</summary>
    public string SqliteVersion { get; private set; } = "";

    /// <exception cref="StartException">The file cannot be trusted; it is left as it is.</exception>
    public async Task OpenAsync()
    {
        OwnerMark.RefuseMissingDatabase(directory, File);
        try
        {
            PrivateFiles.Open(File, FileShare.ReadWrite).Dispose();  // SQLite gives its log the mode of the file it finds
            using var turn = gate.Enter();
            await CheckAsync();
            var db = open = await contexts.CreateDbContextAsync();
            await db.Database.OpenConnectionAsync();
            await MigrateAsync(db);
            OwnerMark.Check(directory, File, hasAccounts: await db.Users.AnyAsync());
            directory.NoteSound();
        }
        catch (SqliteException fault)
        {
            throw fault.SqliteErrorCode is Corrupt or NotADatabase ? Damaged(fault.Message) : Unusable(fault);
        }
    }

    /// <summary>Leaves the file whole, with nothing in its log.</summary>
    public async ValueTask DisposeAsync()
    {
        if (open is null) return;
        using var turn = await gate.EnterAsync();
        await open.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await open.DisposeAsync();
    }

    internal static string ConnectionTo(string file, bool pooling = true) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5, Pooling = pooling }.ToString();

    /// <summary>On a connection of its own: EF Core would log what is found with a stack trace besides.</summary>
    private async Task CheckAsync()
    {
        await using var connection = new SqliteConnection(ConnectionTo(File, pooling: false));
        await connection.OpenAsync();
        await ScalarAsync(connection, "PRAGMA journal_mode=WAL");
        SqliteVersion = await ScalarAsync(connection, "SELECT sqlite_version()");
        if (directory.WasStoppedUncleanly && await ScalarAsync(connection, "PRAGMA quick_check(1)") is not "ok" and var finding)
            throw Damaged(finding);
        await ClearStaleMigrationLockAsync(connection);
    }

    private async Task MigrateAsync(TimerRoomsDb db)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync();
        if (applied.Except(db.Database.GetMigrations()).Any())
            throw new StartException($"The database {File} was made by a newer TimerRooms. Run that version, or restore a backup from before the upgrade.");

        await db.Database.MigrateAsync();
    }

    /// <summary>
    /// EF Core waits without end for this row, which a process killed while migrating leaves behind. No other process can be
    /// migrating now: the data directory is claimed.
    /// </summary>
    private static async Task ClearStaleMigrationLockAsync(SqliteConnection connection)
    {
        const string table = "__EFMigrationsLock";
        if (await ScalarAsync(connection, $"SELECT count(*) FROM sqlite_master WHERE name = '{table}'") != "0")
            await ScalarAsync(connection, $"DELETE FROM \"{table}\"");
    }

    private StartException Damaged(string finding) =>
        new($"The database {File} is damaged ({OneLine(finding)}). It was left as it is: restore it from a backup, or set TimerRooms__DataDirectory to an empty directory to begin anew.");

    private StartException Unusable(SqliteException fault) => new($"The database {File} cannot be opened: {OneLine(fault.Message)}", fault);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static async Task<string> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
