namespace TimerRooms.Core.Storage;

/// <summary>
/// The data directory, claimed by this process until disposed. A second process on the same directory is refused, because
/// two writers would break what <see cref="WriteGate"/> promises. Disposing notes that the stop was clean, if the database was
/// found sound before: a damaged one is checked, and refused, at every start.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    private const string LockFile = "timerrooms.lock";

    /// <summary>There while a process uses the directory; its text is the address, once known. Left behind by an unclean stop.</summary>
    private const string RunningFile = "timerrooms.running";

    private readonly FileStream held;
    private bool isSound;

    private DataDirectory(string path, FileStream held)
    {
        FullName = path;
        this.held = held;
        WasStoppedUncleanly = File.Exists(At(RunningFile));
        PrivateFiles.Write(At(RunningFile), "");
    }

    public string FullName { get; }

    /// <summary>The process before this one was killed, its host lost power, or it did not get as far as a sound database.</summary>
    public bool WasStoppedUncleanly { get; }

    /// <summary>Makes the directory if need be, for this user only, and holds it. One that was there is kept from others, too, unless it holds their things.</summary>
    /// <exception cref="StartException">It cannot be used, lies on a network share, or another process holds it.</exception>
    public static DataDirectory Claim(string path)
    {
        try
        {
            PrivateFiles.MakeDirectory(path);
            NetworkShares.Refuse(path);
            if (HoldsOnlyOurs(path)) PrivateFiles.RestrictDirectory(path);
            return new DataDirectory(path, Hold(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data directory {path} cannot be used: {fault.Message} Set TimerRooms__DataDirectory to a directory this user may write.", fault);
        }
    }

    /// <summary>Where the process that uses the directory can be reached; null while none does.</summary>
    public static string? AddressOf(string path)
    {
        var file = Path.Combine(path, RunningFile);
        return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } address ? address : null;
    }

    public string At(string name) => Path.Combine(FullName, name);

    /// <summary>Lets other commands on this directory know where the running process is.</summary>
    public void NoteAddress(string address) => PrivateFiles.Write(At(RunningFile), address);

    /// <summary>The database is open and in order.</summary>
    internal void NoteSound() => isSound = true;

    public void Dispose()
    {
        if (!held.CanWrite) return;
        if (isSound) File.Delete(At(RunningFile));
        held.Dispose();
    }

    // where other things lie, too, others may have to get at them: somebody may have named /tmp or a home
    private static bool HoldsOnlyOurs(string path) =>
        Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry))
            .All(name => name is "keys" or "logs" || name.StartsWith("timerrooms.", StringComparison.Ordinal));

    private static FileStream Hold(string path)
    {
        try
        {
            // the file stays when the process ends: the lock is the open handle, and deleting the file would open a race
            return PrivateFiles.Open(Path.Combine(path, LockFile), FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new StartException($"Another TimerRooms process uses the data directory {path}. Stop it first, or set TimerRooms__DataDirectory to another one.", fault);
        }
    }
}
