namespace TimerRooms.Core.Storage;

/// <summary>
/// A file that says this data directory has an owner. With it, a database that is missing or empty means loss, not a first
/// run: setup must not open to whoever comes first.
/// </summary>
public static class OwnerMark
{
    public const string FileName = "timerrooms.owned";

    private const string Text = "This data directory has an owner. While this file is here, TimerRooms will not start with a missing or an empty database.\n";

    public static void Set(DataDirectory directory)
    {
        if (!File.Exists(directory.At(FileName))) PrivateFiles.Write(directory.At(FileName), Text);
    }

    internal static void RefuseMissingDatabase(DataDirectory directory, string database)
    {
        if (HasContent(database)) return;
        if (File.Exists(directory.At(FileName)) || HasContent($"{database}-wal"))
            throw Lost($"The database {database} is missing or empty, though this data directory was in use.");
    }

    internal static void Check(DataDirectory directory, string database, bool hasAccounts)
    {
        if (hasAccounts) Set(directory);
        else if (File.Exists(directory.At(FileName)))
            throw Lost($"The database {database} holds no account, though this data directory had an owner.");
    }

    private static bool HasContent(string file) => new FileInfo(file) is { Exists: true, Length: > 0 };

    private static StartException Lost(string what) =>
        new($"{what} Restore it from a backup, or set TimerRooms__DataDirectory to an empty directory to begin anew.");
}
