using System.Buffers;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Cube.Files;

namespace Revitalization.Portal.Replica;

/// <summary>Released rows as they came, and their leaf hashes, for downloads and proofs: <c>releases/&lt;n&gt;/</c> beside the database.</summary>
public sealed class ReleaseFiles(string directory)
{
    private const string Old = ".old";

    private readonly string _root = Path.Combine(directory, "releases");

    public string Rows(int release) => Path.Combine(Folder(release), "rows.jsonl");

    /// <summary>Whole sets of the newest release, a folder for each, written once to be sent many times. Whoever changes rows of a release deletes its folder, and it is made again.</summary>
    internal string Prepared { get; } = Path.Combine(directory, "prepared");

    internal string Cube(int release) => Path.Combine(Folder(release), CubeFile.Name);

    /// <summary>The leaf hashes of a release, in row order; null when its rows are not kept.</summary>
    public async Task<IReadOnlyList<byte[]>?> Leaves(int release, CancellationToken cancellation)
    {
        var file = Leaves(Folder(release));
        if (!File.Exists(file)) return null;
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        return [.. bytes.Chunk(Merkle.HashLength)];
    }

    /// <summary>The line of one row as it was signed; null where its release's rows are not kept, or the file is just being rewritten.</summary>
    public async Task<byte[]?> Row(int release, long position, byte[] leaf, CancellationToken cancellation)
    {
        if (!File.Exists(RowOffsets.FileIn(Folder(release))) || !File.Exists(Rows(release))) return null;
        var line = await RowOffsets.Line(Folder(release), Rows(release), position, cancellation);
        return line is not null && RedactedLine.LeafOf(line).AsSpan().SequenceEqual(leaf) ? line : null;
    }

    /// <summary>Puts hashes in the place of rows, and lets go of whatever else was made from the rows.</summary>
    /// <exception cref="ReleaseRejectedException">A row that stands there is not the one that was redacted. Nothing is changed then.</exception>
    internal async Task Redact(int release, IReadOnlyList<PublishedRedaction> redactions, CancellationToken cancellation)
    {
        var (folder, staging) = (Folder(release), Folder(release) + ".redacted");
        var positions = new RedactedPositions(release, redactions);
        Recover(folder);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        Directory.CreateDirectory(staging);
        using (var copy = new Staging(staging, folder))
        {
            await using var rows = File.OpenRead(Rows(release));
            await LineReader.ForEach(rows, (sequence, at) =>
            {
                var line = sequence.IsSingleSegment ? sequence.FirstSpan : sequence.ToArray();
                // Lines redacted earlier stay as they are.
                var hidden = redactions.Any(redaction => redaction.Position == at) ? positions.Of(line, at) : RedactedLine.Of(line);
                copy.Add(hidden is null ? line : hidden.Bytes(), hidden?.Leaf ?? Merkle.Leaf(line));
            }, cancellation);
            copy.Keep();
        }
    }

    internal Staging Begin(int release)
    {
        var staging = Folder(release) + ".new";
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        Directory.CreateDirectory(staging);
        return new Staging(staging, Folder(release));
    }

    /// <summary>What the folder of a release's prepared sets begins with: another one after each redaction.</summary>
    internal static string PreparedName(int release, ReplicaState state) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{release}-{state.Redactions.Count(redaction => redaction.Release == release)}");

    /// <summary>After a redaction, when the new state stands: whoever is still preparing from the old one finds no folder to write to.</summary>
    internal void DropPrepared(int release, ReplicaState state)
    {
        if (!Directory.Exists(Prepared)) return;
        foreach (var folder in Directory.EnumerateDirectories(Prepared, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{release}-*"))
            .Where(folder => !Path.GetFileName(folder).StartsWith(PreparedName(release, state) + "-", StringComparison.Ordinal)))
            Directory.Delete(folder, recursive: true);
    }

    internal void Drop(int release)
    {
        if (Directory.Exists(Folder(release))) Directory.Delete(Folder(release), recursive: true);
    }

    private string Folder(int release) =>
        Path.Combine(_root, release.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Leaves(string folder) => Path.Combine(folder, "leaves.bin");

    // Killed between the two renames, the old one takes its place again, and what was to replace it is made anew.
    private static void Recover(string folder)
    {
        if (!Directory.Exists(folder + Old)) return;
        if (Directory.Exists(folder)) Directory.Delete(folder + Old, recursive: true);
        else Directory.Move(folder + Old, folder);
    }

    /// <summary>A release on its way in. It takes its place only when its root has been found right.</summary>
    internal sealed class Staging(string staging, string final) : IDisposable
    {
        private readonly FileStream _rows = File.Create(Path.Combine(staging, "rows.jsonl"), 1 << 16);
        private readonly FileStream _leaves = File.Create(Leaves(staging), 1 << 16);
        private readonly FileStream _offsets = File.Create(RowOffsets.FileIn(staging), 1 << 16);

        public string Cube { get; } = Path.Combine(staging, CubeFile.Name);

        public void Add(ReadOnlySpan<byte> line, byte[] leaf)
        {
            RowOffsets.Add(_offsets, _rows.Position);
            _rows.Write(line);
            _rows.WriteByte((byte)'\n');
            _leaves.Write(leaf);
        }

        public void Keep()
        {
            _rows.Flush(flushToDisk: true);
            _leaves.Flush(flushToDisk: true);
            _offsets.Flush(flushToDisk: true);
            Dispose();
            Recover(final);
            if (Directory.Exists(final)) Directory.Move(final, final + Old); // What is redacted, or an ingest that was cut off before its commit.
            Directory.Move(staging, final);
            Recover(final);
        }

        public void Dispose()
        {
            _rows.Dispose();
            _leaves.Dispose();
            _offsets.Dispose();
        }
    }
}
