using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Crash;

/// <summary>
/// The process is killed in the middle of clicking, again and again. <c>TIMERROOMS_KILLS</c> in the environment says how
/// often (20); <c>TIMERROOMS_SEED</c> begins with the seed of the moments.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TIMERROOMS_KILLS") ?? "20", CultureInfo.InvariantCulture);
    private static readonly int Seed = Environment.GetEnvironmentVariable("TIMERROOMS_SEED")?.Split(',')[0] is { } seed
        ? int.Parse(seed, CultureInfo.InvariantCulture) : Random.Shared.Next();

    // after so many kills another installation is begun, or reading all of it each time would take most of the time
    private const int KillsPerInstallation = 20;

    private readonly Ledger total = new();
    private string directory = "";
    private Ledger ledger = new();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed()
    {
        var random = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            if (kill % KillsPerInstallation == 1) BeginAnew();
            await ClickAndKillAsync(kill, TimeSpan.FromSeconds(0.3 + 1.7 * random.NextDouble()));
            await CheckAsync(Where(kill));
        }
        total.Add(ledger);
        Assert.True(total.Acknowledged.Count > 10 * Kills, "too little was acknowledged to tell anything");
        Console.WriteLine($"{Kills} kills, seed {Seed}: {total.Sent.Count} sent, {total.Acknowledged.Count} acknowledged, {total.Refused.Count} refused, {total.Unknown.Count} unknown");
    }

    private static string Where(int kill) => $"kill {kill} of seed {Seed}";

    private void BeginAnew()
    {
        if (directory is not "") Dispose();
        directory = Directory.CreateTempSubdirectory("timerrooms-crash-").FullName;
        total.Add(ledger);
        ledger = new();
    }

    private async Task ClickAndKillAsync(int kill, TimeSpan after)
    {
        using var clickers = Process.Start(new ProcessStartInfo("dotnet", [typeof(CrashTests).Assembly.Location, "clickers", directory, $"{Seed + kill}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = clickers.StandardError.ReadToEndAsync();
        var said = await clickers.StandardOutput.ReadLineAsync();
        Assert.True(said == "ready", $"{Where(kill)}: {said} {(said is null ? await errors : "")}");

        using var timer = new Timer(_ => clickers.Kill(), null, after, Timeout.InfiniteTimeSpan);
        while (await clickers.StandardOutput.ReadLineAsync() is { } line) ledger.Read(line);
        await clickers.WaitForExitAsync();
        Assert.True(await errors is "", $"{Where(kill)}: {await errors}");
    }

    private async Task CheckAsync(string where)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, Database.FileName)};Pooling=False");
        await connection.OpenAsync();
        Assert.Equal("ok", await ScalarAsync(connection, "PRAGMA integrity_check"));

        await using var db = new TimerRoomsDb(new DbContextOptionsBuilder<TimerRoomsDb>().UseSqlite(connection).Options, new WriteGate());
        var stored = new HashSet<Guid>();
        foreach (var row in await db.Rooms.AsNoTracking().ToListAsync())
        {
            var journal = await db.Journal.AsNoTracking().Where(change => change.RoomId == row.Id).OrderBy(change => change.Version).ToListAsync();
            stored.UnionWith(journal.Select(change => MarkOf(RoomJson.Read<RoomCommand>(change.Command))).OfType<Guid>());
            AssertWhole(row, journal, where);
        }
        Assert.True(stored.IsSupersetOf(ledger.Acknowledged), $"{where}: lost {ledger.Acknowledged.Except(stored).Count()} acknowledged");
        Assert.True(stored.IsSubsetOf(ledger.Sent), $"{where}: stored {stored.Except(ledger.Sent).Count()} that nobody sent");
        Assert.False(stored.Overlaps(ledger.Refused), $"{where}: stored what was refused");
    }

    /// <summary>Versions without a gap, and the room as its journal makes it.</summary>
    private static void AssertWhole(RoomRow row, List<JournalRow> journal, string where)
    {
        var room = RoomJson.Read<Room>(row.State);
        Assert.Equal((row.Version, row.OwnerId), (room.Version, room.OwnerId));
        Assert.True(journal.Select(change => change.Version).SequenceEqual(Enumerable.Range(1, (int)room.Version).Select(version => (long)version)), $"{where}: versions have a gap");

        var timers = new Dictionary<Guid, TimerRooms.Core.Timers.RoomTimer>();
        foreach (var difference in journal.SelectMany(change => RoomJson.Read<RoomDifference>(change.Change).Timers))
        {
            if (difference.After is { } after) timers[after.Id] = after;
            else timers.Remove(difference.Before!.Id);
        }
        Assert.True(timers.Values.ToHashSet().SetEquals(room.Timers), $"{where}: the journal tells of another room");
    }

    private static Guid? MarkOf(RoomCommand command) => command switch
    {
        AddTimer add => add.TimerId,
        EditTimer { Title.To: var title } => Guid.Parse(title),
        _ => null,
    };

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string?)await command.ExecuteScalarAsync();
    }
}
