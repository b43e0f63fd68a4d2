using System.Globalization;

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

    private string Folder(string channel) => Path.Combine(root, PlainName.Checked(channel));

    private string Folder(string channel, int number) =>
        Path.Combine(Folder(channel), number.ToString(CultureInfo.InvariantCulture));
}
