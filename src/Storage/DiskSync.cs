using System.Runtime.InteropServices;

namespace Revitalization.Storage;

/// <summary>Makes files and the names in a folder survive a power cut, and gives a name to the first who asks.</summary>
public static partial class DiskSync
{
    private const int Taken = 17; // EEXIST, on every Unix.
    private const int ReadOnlyDirectory = 0x10000; // O_RDONLY | O_DIRECTORY on Linux.

    public static void File(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>.NET opens no folders, so the two calls are made directly; elsewhere than on Linux names are synced with files.</summary>
    public static void Folder(string path)
    {
        if (!OperatingSystem.IsLinux()) return;
        var descriptor = Open(path, ReadOnlyDirectory);
        if (descriptor < 0) throw Failed(path);
        try
        {
            if (Sync(descriptor) != 0) throw Failed(path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Makes a folder, and those above it that are missing.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path)) return;
        var above = Path.GetDirectoryName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar))!;
        CreateFolder(above);
        Directory.CreateDirectory(path);
        Folder(above);
    }

    /// <summary>Gives a synced draft its name, in place of what had it.</summary>
    public static void Replace(string draft, string path)
    {
        System.IO.File.Move(draft, path, overwrite: true);
        Folder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>
    /// Gives a synced draft its name unless another has it. File.Move without overwrite is no such thing on Unix:
    /// it looks whether the name is taken and then renames, so of two at once the later replaces the earlier.
    /// </summary>
    /// <returns>Whether it was the first.</returns>
    public static bool NameFirst(string draft, string path)
    {
        if (OperatingSystem.IsWindows()) return MovedFirst(draft, path);
        var error = Link(draft, path) == 0 ? 0 : Marshal.GetLastPInvokeError();
        if (error is not (0 or Taken)) throw new StorageFaultException($"{Path.GetFileName(path)} could not be given its name (error {error}). The folder must lie on a file system with hard links.");
        Folder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return error == 0;
    }

    private static bool MovedFirst(string draft, string path)
    {
        try
        {
            System.IO.File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (System.IO.File.Exists(path))
        {
            return false;
        }
    }

    private static StorageFaultException Failed(string path) =>
        new($"The folder {Path.GetFileName(path)} could not be synced (error {Marshal.GetLastPInvokeError()}).");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
