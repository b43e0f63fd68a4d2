using Revitalization.Portal.OData.Execution;

namespace Revitalization.Portal.OData.Delta;

internal enum Difference
{
    None,
    Added,
    Changed,
    Removed,
}

/// <summary>Walks two releases' rows of one query side by side, in the order of their key.</summary>
/// <param name="compared">Columns, by place, in which a row may differ; null: every row that both have is known to have changed.</param>
internal sealed class DeltaWalk(IRowCursor older, IRowCursor newer, IReadOnlyList<int>? compared)
{
    private IReadOnlyList<object>? _old = Next(older);
    private IReadOnlyList<object>? _new = Next(newer);

    /// <summary>Rows read so far.</summary>
    public int Read { get; private set; }

    /// <summary>The key of the row in hand.</summary>
    public IReadOnlyList<object> Key { get; private set; } = [];

    /// <summary>The row itself: as it is now, or, where it is no more, as it was.</summary>
    public IRow Row { get; private set; } = newer.Row;

    /// <summary>Compares the next key and gives what became of it to <paramref name="visit"/>; false at the end.</summary>
    public bool Step(Action<Difference> visit)
    {
        if (_old is null && _new is null) return false;
        var order = _old is null ? 1 : _new is null ? -1 : KeyOrder.Compare(_old, _new);
        Read++;
        (Key, Row) = order < 0 ? (_old!, older.Row) : (_new!, newer.Row);
        visit(order < 0 ? Difference.Removed : order > 0 ? Difference.Added : Differs() ? Difference.Changed : Difference.None);
        if (order <= 0) _old = Next(older);
        if (order >= 0) _new = Next(newer);
        return true;
    }

    private bool Differs() => compared is null || compared.Any(at =>
        older.Row.IsNull(at) != newer.Row.IsNull(at) || (!older.Row.IsNull(at) && !older.Row.Value(at).Equals(newer.Row.Value(at))));

    private static object[]? Next(IRowCursor rows)
    {
        if (!rows.Read()) return null;
        var keys = new object[rows.Layout.KeyColumns];
        for (var at = 0; at < keys.Length; at++) keys[at] = rows.Row.Value(rows.Layout.KeysAt + at);
        return keys;
    }
}
