using Revitalization.Contracts.Releases;
using Revitalization.Portal.Cube.Files;

namespace Revitalization.Portal.Replica;

/// <summary>Released rows as they came, and their leaf hashes, for downloads and proofs: <c>releases/&lt;n&gt;/</c> beside the database.</summary>
public sealed class ReleaseFiles(string directory)
{
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

    internal Staging Begin(int release)
    {
        var staging = Folder(release) + ".new";
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        Directory.CreateDirectory(staging);
        return new Staging(staging, Folder(release));
    }

    internal void Drop(int release)
    {
        if (Directory.Exists(Folder(release))) Directory.Delete(Folder(release), recursive: true);
    }

    private string Folder(int release) =>
        Path.Combine(_root, release.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Leaves(string folder) => Path.Combine(folder, "leaves.bin");

    /// <summary>A release on its way in. It takes its place only when its root has been found right.</summary>
    internal sealed class Staging(string staging, string final) : IDisposable
    {
        private readonly FileStream _rows = File.Create(Path.Combine(staging, "rows.jsonl"), 1 << 16);
        private readonly FileStream _leaves = File.Create(Leaves(staging), 1 << 16);

        public string Cube { get; } = Path.Combine(staging, CubeFile.Name);

        public void Add(ReadOnlySpan<byte> line, byte[] leaf)
        {
            _rows.Write(line);
            _rows.WriteByte((byte)'\n');
            _leaves.Write(leaf);
        }

        public void Keep()
        {
            _rows.Flush(flushToDisk: true);
            _leaves.Flush(flushToDisk: true);
            Dispose();
            if (Directory.Exists(final)) Directory.Delete(final, recursive: true); // From an ingest that was cut off before its commit.
            Directory.Move(staging, final);
        }

        public void Dispose()
        {
            _rows.Dispose();
            _leaves.Dispose();
        }
    }
}
