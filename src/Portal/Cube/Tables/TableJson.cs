using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Cube.Tables;

/// <summary>A small result's rows as JSON. Groups share the texts of their keys, so each text is encoded once, with its name and the comma before it.</summary>
internal sealed class TableJson : IJsonRows
{
    private const int LongestNumber = 21;

    private readonly TableCursor _rows;
    private readonly Member[] _members;
    private readonly bool _numbersAsText, _countsMissing;

    private TableJson(TableCursor rows, Member[] members, bool numbersAsText, bool countsMissing) =>
        (_rows, _members, _numbersAsText, _countsMissing) = (rows, members, numbersAsText, countsMissing);

    /// <summary>Null where a row is no flat object: with branches, or with columns within columns.</summary>
    public static TableJson? Of(TableCursor rows, CellTable table, IReadOnlyList<Column> shown, bool numbersAsText)
    {
        var columns = table.Shape.Columns;
        if (table.Branches is not null || shown.Count == 0 || columns.Any(column => column.Type == DataType.Time || column.Path.Contains('/', StringComparison.Ordinal))) return null;
        var members = columns.Select((column, at) => (column, at)).Where(one => shown.Contains(one.column))
            .Select((one, place) => new Member(one.at, one.column.Type, Name(one.column.Path, place == 0 ? '{' : ','), new(ReferenceEqualityComparer.Instance)));
        return new TableJson(rows, [.. members], numbersAsText, table.CountsMissing && table.Shape.Entity is null);
    }

    public void Write(AnswerBuffer output)
    {
        var row = _rows.Current;
        foreach (var member in _members) Write(output, member, row.Cells[member.At]);
        if (_countsMissing && row.Missing > 0)
        {
            output.Add(",\"@Revitalization.suppressedCells\":"u8); // The sum is partial: it lacks these.
            WriteWhole(output, row.Missing);
        }
        output.Add("}"u8);
    }

    private void Write(AnswerBuffer output, Member member, Cell cell)
    {
        if (cell.Text is { } text)
        {
            output.Add(Piece(member, text));
            return;
        }
        output.Add(member.Name);
        if (!cell.HasValue) output.Add("null"u8);
        else if (member.Type == DataType.Boolean) output.Add(cell.Number != 0 ? "true"u8 : "false"u8);
        else WriteNumber(output, member.Type, cell.Number);
    }

    private void WriteNumber(AnswerBuffer output, DataType type, long number)
    {
        var quoted = _numbersAsText && type is DataType.Int64 or DataType.Decimal;
        if (quoted) output.Add("\""u8);
        if (type == DataType.Decimal) output.Advance(ScaledDecimal.Write(number, output.GetSpan(ScaledDecimal.Longest)));
        else WriteWhole(output, number);
        if (quoted) output.Add("\""u8);
    }

    private static void WriteWhole(AnswerBuffer output, long number)
    {
        _ = Utf8Formatter.TryFormat(number, output.GetSpan(LongestNumber), out var written);
        output.Advance(written);
    }

    private static byte[] Piece(Member member, string text)
    {
        if (member.Texts.TryGetValue(text, out var known)) return known;
        return member.Texts[text] = [.. member.Name, (byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];
    }

    private static byte[] Name(string path, char before) =>
        Encoding.UTF8.GetBytes($"{before}\"{JsonEncodedText.Encode(path, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":");

    /// <param name="Name">With what stands before it.</param>
    /// <param name="Texts">Told apart by reference: keys of one dictionary are one string each.</param>
    private sealed record Member(int At, DataType Type, byte[] Name, Dictionary<object, byte[]> Texts);
}
