using System.Security.Cryptography;
using Revitalization.Standalone.Options;
using Revitalization.Storage;

namespace Revitalization.Standalone.Data;

/// <summary>The folder that keeps everything between starts; held by one process at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <summary>Names a file or folder within.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>32 random bytes, made at the first call and kept.</summary>
    public byte[] Key(string name)
    {
        var key = PrivateFile.ReadOrWrite(this[name], () => RandomNumberGenerator.GetBytes(32));
        return key.Length == 32 ? key : throw new InvalidDataException($"{this[name]} is no key of 32 bytes.");
    }

    public static DataDirectory Open(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            ProveWritable(path);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(ExitCodes.DataUnusable, $"The data folder {path} cannot be written: {unusable.Message} Name another with --data, or mend its rights.");
        }
        return new DataDirectory(path, Hold(path));
    }

    public void Dispose() => _lock.Dispose();

    private static void ProveWritable(string path)
    {
        var probe = System.IO.Path.Combine(path, ".probe");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    // The operating system lets go of the lock when the process ends, however it ends.
    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException(ExitCodes.DataUnusable, $"Another platform is running on the data folder {path}. Stop it, or name another folder with --data.");
        }
    }
}
