using Revitalization.Portal.Cube.Grouping;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.Cube.Tables;

/// <summary>Groups as JSON, straight from their sums: each member of a dimension is written once and then copied by its number.</summary>
internal sealed class GroupJson : IJsonRows
{
    private readonly TableCursor _cursor;
    private readonly GroupRows _groups;
    private readonly Member[] _members;
    private readonly bool _numbersAsText, _countsMissing;

    public GroupJson(TableCursor cursor, CellTable table, GroupRows groups, IReadOnlyList<Column> shown, bool numbersAsText)
    {
        (_cursor, _groups, _numbersAsText, _countsMissing) = (cursor, groups, numbersAsText, table.CountsMissing);
        var columns = table.Shape.Columns;
        _members = [.. Enumerable.Range(0, columns.Count).Where(at => shown.Contains(columns[at])).Select((at, place) => MemberOf(at, columns[at], place == 0 ? '{' : ','))];
    }

    public void Write(AnswerBuffer output)
    {
        var number = _groups.NumberOf(_cursor.At);
        foreach (var member in _members)
        {
            if (member.Pieces is { } pieces)
            {
                var at = _groups.Table.MemberOf(number, member.Key);
                output.Add(pieces[at] ??= JsonCells.Piece(member.Name, member.Type, _groups.Table.KeyOf(at, member.Key), _numbersAsText));
                continue;
            }
            output.Add(member.Name);
            JsonCells.Write(output, member.Type, _groups.Table.Result(member.Aggregate!, number), _numbersAsText);
        }
        JsonCells.End(output, _countsMissing ? _groups.Table.Missing(number) : 0);
    }

    private Member MemberOf(int at, Column column, char before)
    {
        var (table, name) = (_groups.Table, JsonCells.Name(column.Path, before));
        return at < table.Keys ? new(at, null, column.Type, name, new byte[table.Members(at)][]) : new(-1, table.Aggregates[at - table.Keys], column.Type, name, null);
    }

    /// <param name="Key">Which of the group's keys it is; with <paramref name="Aggregate"/>, none.</param>
    /// <param name="Pieces">Name and value by the number of the dimension's member, made when first met.</param>
    private sealed record Member(int Key, Aggregate? Aggregate, DataType Type, byte[] Name, byte[]?[]? Pieces);
}
