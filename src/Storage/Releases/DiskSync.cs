using System.Runtime.InteropServices;

namespace Revitalization.Storage.Releases;

/// <summary>Makes files and the names in a folder survive a power cut.</summary>
internal static partial class DiskSync
{
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

    private static StorageFaultException Failed(string path) =>
        new($"The folder {Path.GetFileName(path)} could not be synced (error {Marshal.GetLastPInvokeError()}).");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
