using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Core.Storage;

public sealed class TimerRoomsDbTests : IAsyncLifetime
{
    private TestCore core = null!;

    public async Task InitializeAsync() => core = await TestCore.StartAsync();

    public async Task DisposeAsync() => await core.DisposeAsync();

    [Fact]
    public async Task Every_row_is_read_as_it_was_written()
    {
        var account = new Account { UserName = "a", Email = "a@example.org", LockoutEnd = Noon };
        object[] rows =
        [
            account,
            new RoomRow { Id = Guid.CreateVersion7(), OwnerId = "owner", Version = 7, State = "{}" },
            new JournalRow { RoomId = Guid.CreateVersion7(), Version = 7, At = Noon, Actor = "{}", Command = "{}", Change = "{}" },
            new SettingRow { Name = "name", Value = "value" },
            new DeviceRow { Id = "device", Name = "Ada", SeenAt = Noon },
            new GrantRow { DeviceId = "device", LinkId = Guid.CreateVersion7(), RoomId = Guid.CreateVersion7(), Epoch = 7, UsedAt = Noon },
            new DisplayRow { DeviceId = "device", RoomId = Guid.CreateVersion7(), LinkId = Guid.CreateVersion7() },
            new InvitationRow { TokenHash = "hash", For = "Ada", IsAdministrator = true, InvitedBy = "a@example.org", ExpiresAt = Noon },
            new IdentityUserClaim<string> { UserId = account.Id, ClaimType = "type", ClaimValue = "value" },
            new IdentityUserLogin<string> { UserId = account.Id, LoginProvider = "provider", ProviderKey = "key", ProviderDisplayName = "Provider" },
            new IdentityUserToken<string> { UserId = account.Id, LoginProvider = "provider", Name = "name", Value = "value" },
        ];
        await using var db = core.Database();
        Assert.Equal(db.Model.GetEntityTypes().Select(type => type.ClrType).Except(rows.Select(row => row.GetType())), []);
        db.AddRange(rows);
        await db.SaveChangesAsync();

        await using var other = core.Database();
        foreach (var row in rows)
        {
            var key = db.Entry(row).Metadata.FindPrimaryKey()!.Properties.Select(property => db.Entry(row).CurrentValues[property]).ToArray();
            var read = await other.FindAsync(row.GetType(), key);
            var properties = db.Entry(row).Properties.Select(property => (property.Metadata.Name, property.CurrentValue));
            Assert.Equal(properties, other.Entry(read!).Properties.Select(property => (property.Metadata.Name, property.CurrentValue)));
        }
    }

    [Fact]
    public async Task Every_moment_and_amount_is_an_integer_of_its_column()
    {
        await using var db = core.Database();
        var moments = 0;
        foreach (var type in db.Model.GetEntityTypes())
        {
            foreach (var property in type.GetProperties())
            {
                var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                Assert.NotEqual(typeof(DateTime), clr);
                if (clr != typeof(DateTimeOffset) && clr != typeof(TimeSpan)) continue;
                moments++;
                var sql = $"SELECT type AS Value FROM pragma_table_info('{type.GetTableName()}') WHERE name = '{property.GetColumnName()}'";
                Assert.Equal("INTEGER", await db.Database.SqlQueryRaw<string>(sql).SingleAsync());
            }
        }
        Assert.Equal(5, moments);  // of accounts, journal, devices, grants, invitations
    }

    [Fact]
    public async Task Every_connection_syncs_each_commit_and_leaves_checkpoints_to_the_journal()
    {
        for (var connection = 0; connection < 3; connection++)
        {
            await using var first = core.Database();
            await using var second = core.Database();
            await first.Database.OpenConnectionAsync();
            second.Database.OpenConnection();
            foreach (var db in new[] { first, second })
            {
                Assert.Equal(2, await PragmaAsync(db, "synchronous"));
                Assert.Equal(0, await PragmaAsync(db, "wal_autocheckpoint"));
                Assert.Equal(5000, await PragmaAsync(db, "busy_timeout"));
            }
            Assert.Equal("wal", await first.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        }
    }

    [Fact]
    public async Task Every_save_passes_the_gate()
    {
        await using var db = core.Database();
        db.Settings.Add(new() { Name = "name", Value = "value" });
        var turn = await core.Get<WriteGate>().EnterAsync();
        var saving = db.SaveChangesAsync();
        Assert.False(saving.IsCompleted);
        turn.Dispose();
        Assert.Equal(1, await saving);
    }

    private static async Task<long> PragmaAsync(TimerRoomsDb db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
