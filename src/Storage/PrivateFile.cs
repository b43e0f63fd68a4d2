using System.Security.Cryptography;

namespace Revitalization.Storage;

/// <summary>Files that only the platform's own user may read: keys, secrets, sign-ins. Written whole or not at all, and on disk when it returns.</summary>
public static class PrivateFile
{
    /// <summary>Writes the file in place of an earlier one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Drafted(path, content, draft => DiskSync.Replace(draft, path));

    /// <summary>
    /// The file as its first writer wrote it, for ever: of any number of callers at once, in this process or others, all get the same bytes.
    /// </summary>
    public static byte[] ReadOrWrite(string path, Func<byte[]> make)
    {
        if (!File.Exists(path)) Drafted(path, make(), draft => DiskSync.NameFirst(draft, path));
        return File.ReadAllBytes(path);
    }

    private static void Drafted(string path, ReadOnlySpan<byte> content, Action<string> named)
    {
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(draft, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            named(draft);
        }
        finally
        {
            File.Delete(draft); // Not there any more when all went well.
        }
    }
}
