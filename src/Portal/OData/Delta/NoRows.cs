using Revitalization.Portal.OData.Execution;

namespace Revitalization.Portal.OData.Delta;

/// <summary>The older side of a difference that is known without it: there is nothing to compare.</summary>
internal sealed class NoRows : IRowCursor
{
    private NoRows(RowLayout layout) => Layout = layout;

    public RowLayout Layout { get; }

    public IRow Row => throw new InvalidOperationException("There is no row.");

    public static NoRows Of(RowLayout layout) => new(layout);

    public bool Read() => false;

    public void Dispose()
    {
        // It holds nothing.
    }
}
