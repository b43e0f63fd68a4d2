namespace Revitalization.Storage.Releases;

/// <summary>
/// Published releases, each an immutable folder <c>releases/&lt;channel&gt;/&lt;number&gt;/</c> of files. A release is there
/// whole or not at all, also after a crash, and is never written twice.
/// </summary>
public interface IReleaseStore
{
    /// <summary>Numbers of the channel's releases, ascending.</summary>
    ValueTask<IReadOnlyList<int>> List(string channel, CancellationToken cancellation = default);

    /// <summary>Starts writing a release out of readers' sight. Throws <see cref="ReleaseExistsException"/> if the number is taken.</summary>
    ValueTask<IReleaseDraft> Begin(string channel, int number, CancellationToken cancellation = default);

    /// <summary>A file of a published release for reading (seekable, shared), or null if there is none.</summary>
    /// <param name="file">As <see cref="ReleaseFile.Manifest"/>, or another plain name the draft created.</param>
    ValueTask<Stream?> Open(string channel, int number, string file, CancellationToken cancellation = default);
}

/// <summary>A release being written. Disposing it without publishing leaves nothing.</summary>
public interface IReleaseDraft : IAsyncDisposable
{
    /// <summary>Creates one file. The caller disposes the stream before publishing.</summary>
    Stream Create(string file);

    /// <summary>Syncs files and folder, then gives the folder its name: durable when it returns.</summary>
    ValueTask Publish(CancellationToken cancellation = default);
}

/// <summary>The files every release has.</summary>
public static class ReleaseFile
{
    public const string Manifest = "manifest.json";
    public const string Rows = "rows.jsonl";
}

/// <summary>This release is published already: releases are written once (发布后不可更改).</summary>
public sealed class ReleaseExistsException(string channel, int number)
    : Exception($"Release {number} of channel {channel} exists already.")
{
    public string Channel { get; } = channel;

    public int Number { get; } = number;
}
