namespace TimerRooms.Core.Storage;

/// <summary>SQLite's write-ahead log needs memory shared between processes, which network shares do not have; locks there lie too.</summary>
internal static class NetworkShares
{
    private static readonly HashSet<string> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "coda", "ncpfs", "fuse.sshfs",
    };

    public static void Refuse(string path)
    {
        if (FormatOf(path) is { } format && Formats.Contains(format))
            throw new StartException($"The data directory {path} lies on a network share ({format}), where a database cannot be kept safely. Set TimerRooms__DataDirectory to a local disk.");
    }

    /// <summary>Null where the system does not say.</summary>
    private static string? FormatOf(string path)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(path)).DriveFormat;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
