using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Province;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Batch;

/// <summary>
/// <c>POST $batch</c>: requests are run in their order, all on the releases that stood when the batch began, and answered as they
/// end. Without <c>Prefer: continue-on-error</c> the first that fails is the last that is run.
/// </summary>
internal sealed class BatchService(ODataService service, ReplicaStore store, PortalOptions portal, TimeProvider clock)
{
    public async Task Answer(HttpContext http)
    {
        if (http.Request.QueryString.HasValue && http.Request.QueryString.Value!.Length > 1) throw QueryFaultException.Bad("$batch 不接受选项。");
        var root = ODataContext.RootOf(http.Request, portal) + portal.ServicePath;
        var body = await BatchBody.Read(http.Request);
        await ProvinceAudit.RecordBody(http, body.Items.Select(item => $"$batch {item.Address}"));
        var state = store.State;
        await using var writer = BatchWriter.Of(http, body);
        await Run(http, body.Items, writer, item => One(http, item, root, state));
        await writer.End();
    }

    private async Task Run(HttpContext http, IReadOnlyList<BatchItem> items, BatchWriter writer, Func<BatchItem, Task<BatchPart>> run)
    {
        var (started, failed, goesOn) = (clock.GetTimestamp(), new HashSet<string>(StringComparer.Ordinal), GoesOn(http.Request));
        foreach (var item in items)
        {
            var stopped = failed.Count > 0 && !goesOn;
            if (stopped && writer.MayLeaveOut) break;
            if (stopped || item.DependsOn.Any(failed.Contains))
            {
                await writer.Write(item, BatchPart.Of(new QueryFaultException(424, "not-run", "前面的请求没有成功，这一个没有执行。")));
                failed.Add(item.Id ?? "");
                continue;
            }
            using var part = clock.GetElapsedTime(started) > BatchLimits.Time ? BatchPart.Of(QueryFaultException.TooCostly()) : await run(item);
            await writer.Write(item, part);
            if (part.Status >= 400) failed.Add(item.Id ?? "");
        }
    }

    private async Task<BatchPart> One(HttpContext outer, BatchItem item, string root, ReplicaState state)
    {
        if (item.Refusal is { } refusal) return BatchPart.Of(refusal);
        var part = new BatchPart(outer, item);
        await ODataEndpoints.Guarded(part.Http, async () =>
        {
            var (path, query) = BatchAddress.Resolve(item.Address, root);
            part.Http.Request.Path = "/odata/" + path;
            part.Http.Request.QueryString = new QueryString(query);
            await service.Answer(part.Http, path, state);
        });
        await part.Complete();
        return part;
    }

    private static bool GoesOn(HttpRequest request) => request.Headers["Prefer"]
        .SelectMany(header => (header ?? "").Split(',', ';')).Select(one => one.Trim().ToLowerInvariant().Replace("odata.", "", StringComparison.Ordinal))
        .Any(one => one is "continue-on-error" or "continue-on-error=true");
}
