using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TimerRooms.Core.Storage;

/// <summary>
/// What SQLite forgets with each connection: a commit is on disk before it returns, a lock is waited for at most 5 s, and no
/// connection checkpoints by itself (<see cref="RoomJournal"/> alone does, behind the <see cref="WriteGate"/>).
/// </summary>
internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=0;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
