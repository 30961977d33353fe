namespace TimerRooms.Core.Storage;

/// <summary>Files and directories that only the user of this process may read. Where the system has no such modes, ordinary ones.</summary>
public static class PrivateFiles
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite, DirectoryMode700 = FileMode600 | UnixFileMode.UserExecute;

    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, DirectoryMode700);
    }

    /// <summary>For a directory that may have been there before. One that belongs to another user stays as it is.</summary>
    public static void RestrictDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        try
        {
            File.SetUnixFileMode(path, DirectoryMode700);
        }
        catch (UnauthorizedAccessException)
        {
            // its owner decides
        }
    }

    public static FileStream Open(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode600;
        return new FileStream(path, options);
    }

    public static void Write(string path, string text)
    {
        using var file = Open(path, FileShare.Read);
        file.SetLength(0);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }

    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, FileMode600);
    }
}
