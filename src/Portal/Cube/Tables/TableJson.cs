using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.Cube.Tables;

/// <summary>A small result's rows as JSON. Groups share the texts of their keys, so each text is encoded once, with its name and the comma before it.</summary>
internal sealed class TableJson : IJsonRows
{
    private readonly TableCursor _rows;
    private readonly Member[] _members;
    private readonly bool _numbersAsText, _countsMissing;

    private TableJson(TableCursor rows, Member[] members, bool numbersAsText, bool countsMissing) =>
        (_rows, _members, _numbersAsText, _countsMissing) = (rows, members, numbersAsText, countsMissing);

    /// <summary>False where a row is no flat object: with branches, or with columns within columns.</summary>
    public static bool IsFlat(CellTable table, IReadOnlyList<Column> shown) => table.Branches is null && shown.Count > 0
        && !table.Shape.Columns.Any(column => column.Type == DataType.Time || column.Path.Contains('/', StringComparison.Ordinal));

    public static TableJson Of(TableCursor rows, CellTable table, IReadOnlyList<Column> shown, bool numbersAsText)
    {
        var members = table.Shape.Columns.Select((column, at) => (column, at)).Where(one => shown.Contains(one.column))
            .Select((one, place) => new Member(one.at, one.column.Type, JsonCells.Name(one.column.Path, place == 0 ? '{' : ','), new(ReferenceEqualityComparer.Instance)));
        return new TableJson(rows, [.. members], numbersAsText, table.CountsMissing && table.Shape.Entity is null);
    }

    public void Write(AnswerBuffer output)
    {
        var row = _rows.Current;
        foreach (var member in _members) Write(output, member, row.Cells[member.At]);
        JsonCells.End(output, _countsMissing ? row.Missing : 0);
    }

    private void Write(AnswerBuffer output, Member member, Cell cell)
    {
        if (cell.Text is { } text)
        {
            if (!member.Texts.TryGetValue(text, out var piece)) member.Texts[text] = piece = JsonCells.Piece(member.Name, member.Type, cell, _numbersAsText);
            output.Add(piece);
            return;
        }
        output.Add(member.Name);
        JsonCells.Write(output, member.Type, cell, _numbersAsText);
    }

    /// <param name="Name">With what stands before it.</param>
    /// <param name="Texts">Told apart by reference: keys of one dictionary are one string each.</param>
    private sealed record Member(int At, DataType Type, byte[] Name, Dictionary<object, byte[]> Texts);
}
