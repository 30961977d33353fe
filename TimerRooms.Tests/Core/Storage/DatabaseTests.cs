using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly string directory = Path.Combine(Directory.CreateTempSubdirectory("timerrooms-").FullName, "data");

    private string File => Path.Combine(directory, Database.FileName);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(directory)!, recursive: true);

    [Fact]
    public async Task A_fresh_directory_becomes_a_database_only_this_user_can_read()
    {
        await OpenAsync();

        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(directory));
        foreach (var file in Directory.GetFiles(directory))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
        Assert.Equal("wal", await ScalarAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_stale_migration_lock_does_not_hold_up_the_start()
    {
        await OpenAsync();
        await ScalarAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await ScalarAsync("INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");

        await OpenAsync().WaitAsync(TimeSpan.FromMinutes(1));  // with the lock it would wait for ever
    }

    [Fact]
    public async Task After_an_unclean_stop_a_damaged_page_is_found_and_the_file_kept()
    {
        await OpenAsync(leaveUnclean: true);
        await ScalarAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Damage();
        var before = await System.IO.File.ReadAllBytesAsync(File);

        var fault = await Assert.ThrowsAsync<StartException>(() => OpenAsync());

        Assert.Contains($"{File} is damaged", Assert.Single(fault.Lines), StringComparison.Ordinal);
        Assert.Equal(before.Length, new FileInfo(File).Length);
    }

    [Fact]
    public async Task A_damaged_database_is_refused_at_every_start_until_it_is_mended()
    {
        await OpenAsync(leaveUnclean: true);
        await ScalarAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        DamageARoom();

        await Assert.ThrowsAsync<StartException>(() => OpenAsync());
        await Assert.ThrowsAsync<StartException>(() => OpenAsync());

        await System.IO.File.WriteAllBytesAsync(File, whole);
        await OpenAsync();
        using var again = DataDirectory.Claim(directory);
        Assert.False(again.WasStoppedUncleanly);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_owned_directory_without_its_database_does_not_become_a_first_run(bool leaveEmptyFile)
    {
        await OpenAsync(addOwner: true);
        foreach (var file in Directory.GetFiles(directory, $"{Database.FileName}*")) System.IO.File.Delete(file);
        if (leaveEmptyFile) await System.IO.File.WriteAllBytesAsync(File, []);

        var fault = await Assert.ThrowsAsync<StartException>(() => OpenAsync());

        Assert.Contains("missing or empty", Assert.Single(fault.Lines), StringComparison.Ordinal);
        Assert.Equal(leaveEmptyFile, System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await OpenAsync();
        await ScalarAsync("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0.0')");

        var fault = await Assert.ThrowsAsync<StartException>(() => OpenAsync());

        Assert.Contains("newer TimerRooms", Assert.Single(fault.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timerrooms.db", false)]
    [InlineData("somebody-elses.txt", true)]
    public void A_directory_that_was_there_is_closed_to_others_unless_it_is_shared(string content, bool staysOpen)
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(directory);
        System.IO.File.WriteAllText(Path.Combine(directory, content), "");
        System.IO.File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        using var claimed = DataDirectory.Claim(directory);

        Assert.Equal(staysOpen, System.IO.File.GetUnixFileMode(directory).HasFlag(UnixFileMode.OtherRead));
    }

    [Fact]
    public void A_directory_in_use_is_refused_and_free_again_afterwards()
    {
        using (DataDirectory.Claim(directory))
            Assert.Throws<StartException>(() => DataDirectory.Claim(directory));

        DataDirectory.Claim(directory).Dispose();
    }

    private async Task OpenAsync(bool addOwner = false, bool leaveUnclean = false)
    {
        await using var services = new ServiceCollection().AddLogging().AddTimerRooms(directory).BuildServiceProvider();
        using var claimed = DataDirectory.Claim(directory);
        var contexts = services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>();
        await new Database(contexts, services.GetRequiredService<WriteGate>(), claimed).OpenAsync();
        if (addOwner)
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.Users.Add(new Account { UserName = "ada" });
            await db.SaveChangesAsync();
            OwnerMark.Set(claimed);
        }
        await using (var db = await contexts.CreateDbContextAsync()) SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        claimed.Dispose();
        if (leaveUnclean) await System.IO.File.WriteAllTextAsync(Path.Combine(directory, "timerrooms.running"), "");
    }

    private void Damage()
    {
        using var file = System.IO.File.OpenWrite(File);
        for (var page = 4096L * 2; page < file.Length; page += 4096)
        {
            file.Position = page;
            file.Write(new byte[64].Select(_ => (byte)0xA5).ToArray());
        }
    }

    /// <summary>In one page that only the check looks at: opening and migrating go well.</summary>
    private void DamageARoom()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rootpage FROM sqlite_master WHERE name = 'Journal'";
        var page = Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        connection.Close();
        using var file = System.IO.File.OpenWrite(File);
        file.Position = (page - 1) * 4096;
        file.Write(new byte[64].Select(_ => (byte)0xA5).ToArray());
    }

    private async Task<string?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
