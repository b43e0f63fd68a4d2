using System.IO.Pipelines;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary><c>/data/{set}.csv|.xlsx|…</c>: a whole set as it lies prepared on disk, or every row of a query, streamed.</summary>
internal sealed class SetDownload(ReplicaStore store, QueryExecutor executor, ReleaseFactsBook facts, PreparedFiles prepared, PortalOptions portal, DownloadFormats formats)
{
    private const long AllRows = int.MaxValue;

    public async Task Answer(HttpContext http, string file)
    {
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0) throw QueryFaultException.NotFound();
        var set = Disclosure.Sets.Values.FirstOrDefault(known => known.Name.Equals(file[..dot], StringComparison.OrdinalIgnoreCase))
            ?? throw QueryFaultException.NotFound();
        var format = formats.Of(file[dot..]) ?? throw QueryFaultException.NotFound();
        var context = new ODataContext(http, store, portal, file);
        context.Options.AllowOnly("$filter", "$select", "$orderby", "$top", "$skip", "$search", "$compute", "$apply", "asOf");
        var release = context.Release(null);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{set.Name}-{release}{file[dot..]}\"";
        var whole = DownloadFormats.Prepared.ContainsKey(file[dot..]) && context.Options.All.All(option => option.Key == "asOf");
        if (whole && context.State.Find(release) is { } known && await prepared.Send(http, known, context.State, new PreparedSet(set, file[dot..], format))) return;
        await Stream(context, set, format, release);
    }

    /// <summary>Every row of a set, to a file.</summary>
    public async Task Write(SetModel set, IRowFormat format, int release, PipeWriter output, CancellationToken cancellation)
    {
        var request = new CollectionBinder(facts.Of(release), QueryOptions.Parse(null)).Bind(set, release, set.Name, null, AllRows);
        using var rows = await executor.OpenExport(request.Query, request.Page, cancellation);
        await format.Write(output, set, rows, request.Selection, cancellation);
    }

    private async Task Stream(ODataContext context, SetModel set, IRowFormat format, int release)
    {
        var http = context.Http;
        var request = new CollectionBinder(facts.Of(release), context.Options).Bind(set, release, context.Path, null, AllRows);
        format.Require(request);
        if (format.MostRows is { } most && Math.Min(await executor.Count(request.Query, http.RequestAborted), request.Top ?? long.MaxValue) > most)
            throw QueryFaultException.Bad($"这种格式最多 {most} 行，请加 $filter 缩小范围，或者用 CSV、JSON Lines。");
        if (!context.Begin(new Representation("4.01", false, false, false), release, format.ContentType)) return;
        http.Response.Headers.Remove("OData-Version");
        using var rows = await executor.OpenExport(request.Query, request.Page, http.RequestAborted);
        await format.Write(http.Response.BodyWriter, set, rows, request.Selection, http.RequestAborted);
    }
}

/// <summary>A file format for rows.</summary>
internal interface IRowFormat
{
    string ContentType { get; }

    /// <summary>What the format can hold; null: any number.</summary>
    long? MostRows => null;

    /// <summary>Refuses what the format has no place for.</summary>
    void Require(CollectionRequest request)
    {
    }

    Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation);
}
