using System.Text.Json;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.OData.Execution;

/// <summary>The row in hand: values by column, numbers scaled as the model says. SQLite's reader and the cube both are one.</summary>
internal interface IRow
{
    bool IsNull(int at);

    long Int64(int at);

    string Text(int at);

    /// <summary>A string or a long.</summary>
    object Value(int at);

    void WriteText(Utf8JsonWriter json, int at);
}

/// <summary>Rows of one query, one after the other. What it reads from is held until it is disposed.</summary>
internal interface IRowCursor : IDisposable
{
    RowLayout Layout { get; }

    IRow Row { get; }

    bool Read();

    /// <summary>How its rows write themselves; null where their values are asked for one by one.</summary>
    IJsonRows? Json(IReadOnlyList<Column> shown, bool numbersAsText) => null;
}

/// <summary>Which columns a cursor's rows have: the shape's, then two hidden ones, then the sort keys.</summary>
/// <param name="CountsMissing">The first hidden column counts suppressed cells behind the row's numbers.</param>
/// <param name="Branches">After a concat: the columns of each branch, which the second hidden column numbers.</param>
/// <param name="KeyColumns">How many sort keys there are; 0 when pages go by offset.</param>
internal sealed record RowLayout(Shape Shape, bool CountsMissing, IReadOnlyList<IReadOnlySet<string>>? Branches, int KeyColumns)
{
    public int MissingAt => Shape.Columns.Count;
    public int BranchAt => Shape.Columns.Count + 1;
    public int KeysAt => Shape.Columns.Count + 2;

    public int IndexOf(string path)
    {
        for (var at = 0; at < Shape.Columns.Count; at++)
        {
            if (Shape.Columns[at].Path == path) return at;
        }
        return -1;
    }
}
