using System.Globalization;
using System.Text;
using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Cube;

/// <summary>
/// A cube's rows as JSON. Every text is a member of a dictionary, so name, value and the comma before them lie ready as bytes; only numbers are
/// written anew.
/// </summary>
internal sealed class CubeJson : IJsonRows
{
    private readonly CubeRows _rows;
    private readonly CubeFile _file;
    private readonly Member[] _members;
    private readonly byte[] _release;
    private readonly bool _numbersAsText;

    private CubeJson(CubeRows rows, CubeFile file, Member[] members, bool numbersAsText)
    {
        (_rows, _file, _members, _numbersAsText) = (rows, file, members, numbersAsText);
        _release = Encoding.ASCII.GetBytes(file.Header.Release.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Null where a column is none of the cube's own.</summary>
    /// <param name="columns">Of the rows, in their order.</param>
    public static CubeJson? Of(CubeRows rows, CubeFile file, IReadOnlyList<Column> columns, IReadOnlyList<Column> shown, bool numbersAsText)
    {
        var members = new List<Member>();
        foreach (var column in columns)
        {
            if (!shown.Contains(column)) continue;
            var field = CubeField.Of(column.Path);
            if (field == Field.None) return null;
            var name = $"{(members.Count == 0 ? '{' : ',')}\"{column.Path}\":";
            members.Add(new(field, Encoding.UTF8.GetBytes(name), CubeField.Dictionary(file, field)?.Json(column.Path, name)));
        }
        return members.Count == 0 ? null : new(rows, file, [.. members], numbersAsText);
    }

    public void Write(AnswerBuffer output)
    {
        var cell = _rows.Cell;
        foreach (var member in _members)
        {
            if (member.Texts is { } texts && CubeField.MemberOf(_file, member.Field, cell) is var number && number >= 0) output.Add(texts[number]);
            else WriteNumber(output, member, cell);
        }
        output.Add("}"u8);
    }

    private void WriteNumber(AnswerBuffer output, Member member, CubeCell cell)
    {
        output.Add(member.Name);
        if (member.Field == Field.Release) output.Add(_release);
        else if (member.Field != Field.Value || _file.Values[cell.Row] == CubeFile.Missing) output.Add("null"u8);
        else WriteValue(output, _file.Values[cell.Row]);
    }

    private void WriteValue(AnswerBuffer output, long scaled)
    {
        if (_numbersAsText) output.Add("\""u8);
        output.Advance(ScaledDecimal.Write(scaled, output.GetSpan(ScaledDecimal.Longest)));
        if (_numbersAsText) output.Add("\""u8);
    }

    /// <param name="Name">With what stands before it.</param>
    /// <param name="Texts">Name and value of each member of the dictionary; null for numbers.</param>
    private readonly record struct Member(Field Field, byte[] Name, JsonPieces? Texts);
}
