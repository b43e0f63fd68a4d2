using System.Globalization;
using Microsoft.Data.Sqlite;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Corrections;

/// <summary>Walks the rows of two releases side by side, each set in the order of its key, and tells where they differ. Constant memory.</summary>
internal sealed class ReleaseDifference(SqliteTransaction moment, int before, int after)
{
    private static readonly SetModel[] s_sets = [Disclosure.Regions, Disclosure.Indicators, Disclosure.Observations, .. Disclosure.OfAid];

    public IEnumerable<RowChange> Changes() => s_sets.SelectMany(Changes);

    private IEnumerable<RowChange> Changes(SetModel set)
    {
        // Every figure names its release, which is no change of it.
        var fields = set.Key.Select(set.Find).OfType<Property>().Concat(set.Properties.Where(property => !set.Key.Contains(property.Name) && property.Column != "release")).ToList();
        using var old = new Side(moment, set, fields, before);
        using var fresh = new Side(moment, set, fields, after);
        while (old.Row is not null || fresh.Row is not null)
        {
            var order = Compare(old.Row, fresh.Row, set.Key.Count);
            if (order < 0) yield return Whole(set, fields, old.Row!, ChangeKind.Removed);
            else if (order > 0) yield return Whole(set, fields, fresh.Row!, ChangeKind.Added);
            else foreach (var change in Changed(set, fields, old.Row!, fresh.Row!)) yield return change;
            if (order <= 0) old.Next();
            if (order >= 0) fresh.Next();
        }
    }

    private static IEnumerable<RowChange> Changed(SetModel set, List<Property> fields, object?[] old, object?[] fresh)
    {
        for (var at = set.Key.Count; at < fields.Count; at++)
        {
            if (Equals(old[at], fresh[at])) continue;
            // A figure's status is told with its value.
            if (set == Disclosure.Observations && fields[at].Name == "Status" && !Equals(old[at - 1], fresh[at - 1])) continue;
            yield return new(set.Name, Key(set, fields, old), KindOf(set, fields[at], old[at], fresh[at]), fields[at].Name, Text(fields[at], old[at]), Text(fields[at], fresh[at]));
        }
    }

    private static ChangeKind KindOf(SetModel set, Property field, object? old, object? fresh) => field switch
    {
        { Name: "Status" } when set == Disclosure.Observations => ChangeKind.Status,
        { Type: DataType.Decimal or DataType.Int64 or DataType.Int32 } when old is null => ChangeKind.Disclosed,
        { Type: DataType.Decimal or DataType.Int64 or DataType.Int32 } when fresh is null => ChangeKind.Suppressed,
        { Type: DataType.Decimal or DataType.Int64 or DataType.Int32 } => ChangeKind.Value,
        _ => ChangeKind.Text,
    };

    private static RowChange Whole(SetModel set, List<Property> fields, object?[] row, ChangeKind kind)
    {
        var at = fields.FindIndex(set.Key.Count, field => field.Type is DataType.Decimal or DataType.Int64);
        if (at < 0) at = Math.Min(set.Key.Count, fields.Count - 1);
        var text = Text(fields[at], row[at]);
        return new(set.Name, Key(set, fields, row), kind, fields[at].Name, kind == ChangeKind.Removed ? text : null, kind == ChangeKind.Added ? text : null);
    }

    private static string Key(SetModel set, List<Property> fields, object?[] row) => string.Join('/', set.Key.Select((_, at) => Text(fields[at], row[at])));

    private static string? Text(Property field, object? value) => value switch
    {
        null => null,
        long number when field.Type == DataType.Decimal => ScaledDecimal.Text(number),
        long number when field.Type == DataType.Boolean => number != 0 ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        var text => (string)text,
    };

    private static int Compare(object?[]? old, object?[]? fresh, int keys)
    {
        if (old is null || fresh is null) return old is null ? 1 : -1;
        for (var at = 0; at < keys; at++)
        {
            var order = old[at] is long number ? number.CompareTo((long)fresh[at]!) : string.CompareOrdinal((string)old[at]!, (string)fresh[at]!);
            if (order != 0) return order;
        }
        return 0;
    }

    private sealed class Side : IDisposable
    {
        private readonly SqliteCommand _command;
        private readonly SqliteDataReader _rows;
        private readonly int _columns;

        public Side(SqliteTransaction moment, SetModel set, List<Property> fields, int release)
        {
            var key = string.Join(',', set.Key.Select(name => set.Find(name)!.Column));
            _columns = fields.Count;
            _command = new SqliteCommand($"SELECT {string.Join(',', fields.Select(field => field.Column))} FROM {set.Table} WHERE release = @release ORDER BY {key}", moment.Connection, moment);
            _command.Parameters.AddWithValue("@release", release);
            _rows = _command.ExecuteReader();
            Next();
        }

        public object?[]? Row { get; private set; }

        public void Next() => Row = _rows.Read() ? [.. Enumerable.Range(0, _columns).Select(at => _rows.IsDBNull(at) ? null : _rows.GetValue(at))] : null;

        public void Dispose()
        {
            _rows.Dispose();
            _command.Dispose();
        }
    }
}
