namespace Revitalization.Silo.Projections;

/// <summary>Rows of several tables on their way, the newest of each key (of numbers that add: their sum), written in few statements.</summary>
internal sealed class StagedRows
{
    private const char Separator = '\u001f';

    private readonly Dictionary<RowShape, Dictionary<string, object?[]>> _rows = new(ReferenceEqualityComparer.Instance);

    /// <param name="row">Values in the order of the shape's columns.</param>
    public void Put(RowShape shape, params object?[] row)
    {
        if (!_rows.TryGetValue(shape, out var rows)) _rows[shape] = rows = new(StringComparer.Ordinal);
        var key = string.Join(Separator, row.Take(shape.Keys.Count));
        if (shape.Add && rows.TryGetValue(key, out var present))
        {
            for (var at = shape.Keys.Count; at < row.Length; at++) present[at] = (long)present[at]! + (long)row[at]!;
        }
        else
        {
            rows[key] = row;
        }
    }

    /// <summary>Also before a statement that changes rows which may be among these.</summary>
    public async Task Write(ProjectionBatch batch, CancellationToken cancellation)
    {
        foreach (var (shape, rows) in _rows) await batch.Upsert(shape, [.. rows.Values], cancellation);
        _rows.Clear();
    }
}
