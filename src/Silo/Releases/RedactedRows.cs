using System.Buffers;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>Reads released rows line by line: to find one, and to copy all with one replaced by its hash.</summary>
internal static class RedactedRows
{
    /// <summary>Copies the rows with this one's text replaced. Another row than the approved one is never touched.</summary>
    public static async Task Copy(Stream rows, Stream target, RedactedRow row, CancellationToken cancellation)
    {
        await LineReader.ForEach(rows, (line, position) =>
        {
            var bytes = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
            if (position != row.Position)
            {
                target.Write(bytes);
            }
            else
            {
                var leaf = RedactedLine.LeafOf(bytes);
                if (Convert.ToHexStringLower(leaf) != row.Leaf) throw new InvalidOperationException($"Row {position} of release {row.Release} is not the one that was approved.");
                target.Write(new RedactedLine(row.Set, leaf).Bytes());
            }
            target.WriteByte((byte)'\n');
        }, cancellation);
    }

    /// <returns>The row's place and hash, and whether it is redacted already; null where no such row stands there.</returns>
    public static async Task<RedactedRow?> Find(Stream rows, int release, string rowId, CancellationToken cancellation)
    {
        var set = rowId.Split('/')[0];
        RedactedRow? found = null;
        await LineReader.ForEach(rows, (line, position) =>
        {
            if (found is not null) return;
            var bytes = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
            if (RedactedLine.Of(bytes) is not null || RowLine.OfAny(RowReader.Read(bytes)).Id != rowId) return;
            found = new(release, position, set, Convert.ToHexStringLower(Merkle.Leaf(bytes)));
        }, cancellation);
        return found;
    }
}
