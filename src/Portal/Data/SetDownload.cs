using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary><c>/data/{set}.csv|.jsonl|.json</c>: every row of the query, streamed.</summary>
internal sealed class SetDownload(ReplicaStore store, QueryExecutor executor, ReleaseFactsBook facts, PortalOptions portal)
{
    private const long AllRows = int.MaxValue;

    public async Task Answer(HttpContext http, string file)
    {
        var dot = file.LastIndexOf('.');
        if (dot <= 0) throw QueryFaultException.NotFound();
        var set = Disclosure.Sets.Values.FirstOrDefault(known => known.Name.Equals(file[..dot], StringComparison.OrdinalIgnoreCase))
            ?? throw QueryFaultException.NotFound();
        IRowFormat format = file[dot..] switch
        {
            ".csv" => new CsvRows(),
            ".jsonl" => new JsonLineRows(),
            ".json" => new JsonArrayRows(),
            ".xlsx" => throw QueryFaultException.Unsupported("xlsx"),
            _ => throw QueryFaultException.NotFound(),
        };
        await Write(http, set, format, file);
    }

    private async Task Write(HttpContext http, SetModel set, IRowFormat format, string file)
    {
        var context = new ODataContext(http, store, portal, file);
        context.Options.AllowOnly("$filter", "$select", "$orderby", "$top", "$skip", "$search", "$compute", "$apply", "asOf");
        var release = context.Release(null, "");
        var request = new CollectionBinder(facts.Of(release), context.Options).Bind(set, release, file, null, AllRows);
        if (!context.Begin(new Representation("4.01", false, false, false), release)) return;
        http.Response.ContentType = format.ContentType;
        http.Response.Headers.Remove("OData-Version");
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{set.Name}-{release}{file[file.LastIndexOf('.')..]}\"";
        using var rows = await executor.OpenExport(request.Query, request.Page, http.RequestAborted);
        await format.Write(http.Response, set, rows, request.Selection, http.RequestAborted);
    }
}

/// <summary>A file format for rows.</summary>
internal interface IRowFormat
{
    string ContentType { get; }

    Task Write(HttpResponse response, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation);
}
