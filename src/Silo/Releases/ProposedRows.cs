using System.Globalization;
using System.Security.Cryptography;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Releases;
using Revitalization.Storage;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Frozen rows that wait for the second person, in files named after their root: what is approved is exactly what was
/// proposed, and proposing anew never touches it.
/// </summary>
public sealed class ProposedRows(string dataDirectory)
{
    private readonly string _folder = Path.Combine(dataDirectory, "proposed-releases");

    /// <summary>Writes the rows, durable when it returns.</summary>
    public async Task<(string RowsRoot, IReadOnlyList<SetCount> Counts)> Write(IEnumerable<RowLine> rows, CancellationToken cancellation)
    {
        DiskSync.CreateFolder(_folder);
        var draft = Path.Combine(_folder, "." + RandomNumberGenerator.GetHexString(16, lowercase: true));
        var root = new MerkleRootBuilder();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
        {
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                stream.Write(row.Bytes);
                stream.WriteByte((byte)'\n');
                root.Add(Merkle.Leaf(row.Bytes));
                counts[row.Set] = counts.GetValueOrDefault(row.Set) + 1;
            }
            stream.Flush(flushToDisk: true);
        }
        var hash = Convert.ToHexStringLower(root.Root());
        DiskSync.Replace(draft, FileOf(hash));
        return (hash, [.. counts.Select(count => new SetCount(count.Key, count.Value))]);
    }

    public FileStream Open(string rowsRoot) => new(FileOf(rowsRoot), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);

    /// <summary>When the newest of these was proposed, by the disk's clock.</summary>
    public DateTime ProposedAt(IEnumerable<string> rowsRoots) => rowsRoots.Max(root => File.GetLastWriteTimeUtc(FileOf(root)));

    /// <summary>Deletes what was proposed until then. Who proposes the same rows again later writes them again, and they stay.</summary>
    public void Sweep(DateTime until)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => File.GetLastWriteTimeUtc(file) <= until)) File.Delete(file);
    }

    private string FileOf(string rowsRoot) => rowsRoot.Length == 64 && rowsRoot.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{rowsRoot}.jsonl"))
        : throw new ArgumentException("A root is 64 hex digits.", nameof(rowsRoot));
}
