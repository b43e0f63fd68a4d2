using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Rows of households that are written anew: those that stood there go, whatever they were.</summary>
internal sealed class RowsAnew(string table, RowShape shape)
{
    private readonly List<string> _households = [];
    private readonly List<object?[]> _rows = [];

    public void Add(string household, IEnumerable<object?[]> rows)
    {
        _households.Add(household);
        _rows.AddRange(rows);
    }

    public async Task Write(ProjectionBatch batch, CancellationToken cancellation)
    {
        await batch.Delete(table, "household", _households, cancellation);
        await batch.Upsert(shape, _rows, cancellation);
    }
}
