using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.Cube.Scanning;

/// <summary>Stops a query that its caller left or that runs too long, with SQL's own words.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;

    public Deadline(TimeSpan most, CancellationToken caller)
    {
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(most);
    }

    public void Check()
    {
        if (_source.IsCancellationRequested) throw SqlFaults.Stopped(_caller);
    }

    public void Dispose() => _source.Dispose();
}
