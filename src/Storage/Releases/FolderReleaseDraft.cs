using System.Globalization;
using System.Security.Cryptography;

namespace Revitalization.Storage.Releases;

/// <summary>A release under way: a hidden folder beside the published ones, renamed when all of it is on disk.</summary>
internal sealed class FolderReleaseDraft : IReleaseDraft
{
    private readonly string _channel;
    private readonly int _number;
    private readonly string _parent;
    private readonly string _target;
    private readonly string _folder;

    public FolderReleaseDraft(string channel, int number, string parent, string target)
    {
        (_channel, _number, _parent, _target) = (channel, number, parent, target);
        var draft = RandomNumberGenerator.GetHexString(16, lowercase: true);
        _folder = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $".draft-{number}-{draft}"));
        Directory.CreateDirectory(_folder);
    }

    public Stream Create(string file) =>
        new FileStream(Path.Combine(_folder, PlainName.Checked(file)), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);

    public ValueTask Publish(CancellationToken cancellation = default)
    {
        foreach (var file in Directory.EnumerateFiles(_folder)) DiskSync.File(file);
        DiskSync.Folder(_folder);
        cancellation.ThrowIfCancellationRequested();
        Rename();
        DiskSync.Folder(_parent);
        DiskSync.Folder(Path.GetDirectoryName(_parent)!);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // A folder that is not empty is never replaced by a rename, so of two drafts of one number one wins.
    private void Rename()
    {
        try
        {
            Directory.Move(_folder, _target);
        }
        catch (IOException) when (Directory.Exists(_target))
        {
            throw new ReleaseExistsException(_channel, _number);
        }
    }
}
