using Microsoft.AspNetCore.Hosting.Server;
using TimerRooms.Core.Storage;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Hosting;

/// <summary>What the console says once the app serves: where it is, where its data is, and how to go on.</summary>
internal sealed partial class StartLine(IServer server, DataDirectory data, Database database, TimerRoomsSettings settings, FirstRun firstRun, ILogger<StartLine> log)
{
    public void Say()
    {
        var address = ServerAddress.Of(server) ?? "http://localhost";
        data.NoteAddress(settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? address);
        Started(address, data.FullName, database.SqliteVersion);
        // the code makes an owner: it goes to the console alone, never to the log file
        if (firstRun.IsOpen) Console.WriteLine($"First run: open {address}/setup and enter the setup code {firstRun.SetupCode}");
    }

    [LoggerMessage(LogLevel.Information, "TimerRooms is at {Address} · data in {Directory} · SQLite {Sqlite}")]
    private partial void Started(string address, string directory, string sqlite);
}
