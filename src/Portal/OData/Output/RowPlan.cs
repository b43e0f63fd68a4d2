using System.Text.Json;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Output;

/// <summary>Which member of a row's object comes from which column; <c>Region/Name</c> becomes an object within it.</summary>
internal sealed class RowPlan
{
    private readonly List<Member> _members;
    private readonly RowLayout _layout;
    private readonly bool _numbersAsText;

    public RowPlan(RowLayout layout, IReadOnlyList<Column> shown, bool numbersAsText)
    {
        (_layout, _numbersAsText) = (layout, numbersAsText);
        var columns = layout.Shape.Columns.Select((column, at) => (Parts: column.Path.Split('/'), Column: column, At: at))
            .Where(one => shown.Contains(one.Column)).ToList();
        _members = Members(columns, 0);
    }

    public void WriteObject(Utf8JsonWriter json, IRow row)
    {
        json.WriteStartObject();
        Write(json, row);
        json.WriteEndObject();
    }

    /// <summary>Writes the members; the caller opens and closes the object.</summary>
    public void Write(Utf8JsonWriter json, IRow row)
    {
        var branch = _layout.Branches?[(int)row.Int64(_layout.BranchAt)];
        foreach (var member in _members) Write(json, row, member, branch);
        if (!_layout.CountsMissing || _layout.Shape.Entity is not null) return;
        var missing = row.Int64(_layout.MissingAt);
        if (missing > 0) json.WriteNumber("@Revitalization.suppressedCells", missing); // The sum is partial: it lacks these.
    }

    private void Write(Utf8JsonWriter json, IRow row, Member member, IReadOnlySet<string>? branch)
    {
        if (branch is not null && !member.Paths.Any(branch.Contains)) return;
        json.WritePropertyName(member.Name);
        if (member.Inner is null)
        {
            ValueWriter.Write(json, row, member.At, member.Type, _numbersAsText);
            return;
        }
        json.WriteStartObject();
        foreach (var inner in member.Inner) Write(json, row, inner, branch);
        json.WriteEndObject();
    }

    private static List<Member> Members(List<(string[] Parts, Column Column, int At)> columns, int depth) =>
        [.. columns.GroupBy(one => one.Parts[depth], StringComparer.Ordinal).Select(group => MemberOf(group.Key, [.. group], depth))];

    private static Member MemberOf(string name, List<(string[] Parts, Column Column, int At)> columns, int depth)
    {
        var encoded = JsonEncodedText.Encode(name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var paths = columns.ConvertAll(one => one.Column.Path);
        return columns[0].Parts.Length == depth + 1
            ? new Member(encoded, paths, columns[0].At, columns[0].Column.Type, null)
            : new Member(encoded, paths, -1, DataType.Text, Members(columns, depth + 1));
    }

    private sealed record Member(JsonEncodedText Name, List<string> Paths, int At, DataType Type, List<Member>? Inner);
}
