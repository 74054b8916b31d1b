namespace Renstra.Functions.Intake;

/// <summary>
/// Keeps two collectors out of one shared folder: an open file that the operating system lets go of when its process ends, however
/// it ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = ".pengumpul.lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null when another collector has it.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only: nothing in it could be moved either.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder has vanished.</exception>
    public static FolderLock? TryTake(string folder)
    {
        try
        {
            return new FolderLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
