using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TimerRooms.Core.Accounts;

namespace TimerRooms.Core.Storage;

/// <summary>The database: accounts, rooms, journal, settings. Every save passes the <see cref="WriteGate"/>.</summary>
public sealed class TimerRoomsDb(DbContextOptions<TimerRoomsDb> options, WriteGate gate) : IdentityUserContext<Account>(options)
{
    public DbSet<RoomRow> Rooms => Set<RoomRow>();
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<DeviceRow> Devices => Set<DeviceRow>();
    public DbSet<GrantRow> Grants => Set<GrantRow>();
    public DbSet<DisplayRow> Displays => Set<DisplayRow>();
    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var turn = gate.Enter();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Moments are UTC milliseconds, amounts milliseconds: SQLite can compare and order those, and the provider nothing else.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentConverter>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<AmountConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<RoomRow>(room =>
        {
            room.HasKey(row => row.Id);
            room.HasIndex(row => row.OwnerId);
        });
        builder.Entity<JournalRow>().HasKey(row => new { row.RoomId, row.Version });
        builder.Entity<SettingRow>().HasKey(row => row.Name);
        builder.Entity<DeviceRow>().HasKey(row => row.Id);
        builder.Entity<GrantRow>(grant =>
        {
            grant.HasKey(row => new { row.DeviceId, row.LinkId });
            grant.HasIndex(row => row.RoomId);
        });
        builder.Entity<DisplayRow>().HasKey(row => row.DeviceId);
        builder.Entity<InvitationRow>().HasKey(row => row.TokenHash);
    }

    private sealed class MomentConverter() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));

    private sealed class AmountConverter() : ValueConverter<TimeSpan, long>(
        amount => amount.Ticks / TimeSpan.TicksPerMillisecond, value => TimeSpan.FromMilliseconds(value));
}
