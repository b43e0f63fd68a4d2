using System.Globalization;
using System.Security.Cryptography;

namespace Revitalization.Storage.Releases;

/// <summary>Releases as folders on disk, readable without this program.</summary>
internal sealed class FolderReleaseStore(string root) : IReleaseStore
{
    public ValueTask<IReadOnlyList<int>> List(string channel, CancellationToken cancellation = default)
    {
        var folder = Folder(channel);
        if (!Directory.Exists(folder)) return new([]);
        return new(Directory.EnumerateDirectories(folder)
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Order()
            .ToList());
    }

    public ValueTask<IReleaseDraft> Begin(string channel, int number, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        if (Directory.Exists(Folder(channel, number))) throw new ReleaseExistsException(channel, number);
        return new(new FolderReleaseDraft(channel, number, Folder(channel), Folder(channel, number)));
    }

    public ValueTask<Stream?> Open(string channel, int number, string file, CancellationToken cancellation = default)
    {
        var path = Path.Combine(Folder(channel, number), PlainName.Checked(file));
        return new(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true) : null);
    }

    public async ValueTask Replace(string channel, int number, string file, Func<Stream, Task> write, CancellationToken cancellation = default)
    {
        var path = Path.Combine(Folder(channel, number), PlainName.Checked(file));
        if (!File.Exists(path)) throw new InvalidOperationException($"Release {number} of channel {channel} has no {file} to replace.");
        await Put(path, write, cancellation);
    }

    public async ValueTask<byte[]?> ReadOfChannel(string channel, string file, CancellationToken cancellation = default)
    {
        var path = Path.Combine(Folder(channel), PlainName.Checked(file));
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;
    }

    public async ValueTask WriteOfChannel(string channel, string file, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        DiskSync.CreateFolder(Folder(channel));
        await Put(Path.Combine(Folder(channel), PlainName.Checked(file)), stream => stream.WriteAsync(content, cancellation).AsTask(), cancellation);
    }

    // A hidden draft takes the name only when it is on disk; one that was cut off is never read, and the next is another.
    private static async Task Put(string path, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        try
        {
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16)) await write(stream);
            DiskSync.File(draft);
            cancellation.ThrowIfCancellationRequested();
            DiskSync.Replace(draft, path);
        }
        finally
        {
            File.Delete(draft); // Not there any more when all went well.
        }
    }

    private string Folder(string channel) => Path.Combine(root, PlainName.Checked(channel));

    private string Folder(string channel, int number) =>
        Path.Combine(Folder(channel), number.ToString(CultureInfo.InvariantCulture));
}
