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

    /// <summary>
    /// Puts another file in a published file's place, whole or not at all. Only redaction (隐去) may: what it writes has the same root. Who reads the
    /// old file goes on reading it to its end.
    /// </summary>
    ValueTask Replace(string channel, int number, string file, Func<Stream, Task> write, CancellationToken cancellation = default);

    /// <summary>A file of the channel itself, beside its releases; null if there is none.</summary>
    ValueTask<byte[]?> ReadOfChannel(string channel, string file, CancellationToken cancellation = default);

    /// <summary>Writes a file of the channel, whole or not at all; durable when it returns.</summary>
    ValueTask WriteOfChannel(string channel, string file, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);
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

/// <summary>The files a channel may have beside its releases. They only ever grow.</summary>
public static class ChannelFile
{
    public const string Keys = "keys.json";
    public const string Redactions = "redactions.json";
}

/// <summary>This release is published already: releases are written once (发布后不可更改).</summary>
public sealed class ReleaseExistsException(string channel, int number)
    : Exception($"Release {number} of channel {channel} exists already.")
{
    public string Channel { get; } = channel;

    public int Number { get; } = number;
}
