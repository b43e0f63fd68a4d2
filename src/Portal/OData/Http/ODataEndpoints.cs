using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Revitalization.Portal.OData.Batch;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Province;

namespace Revitalization.Portal.OData.Http;

/// <summary>Routes of <c>/odata</c>, and OData's error body for whatever cannot be answered.</summary>
internal static class ODataEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapOData(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/odata/{**path}", Reading, (HttpContext http, ODataService service, string? path) =>
            Guarded(http, () => service.Answer(http, path ?? ""))).AllowAnonymous();
        routes.MapPost("/odata/$batch", (HttpContext http, BatchService batch) => Guarded(http, () => batch.Answer(http))).AllowAnonymous();
        routes.MapPost("/odata/{**path}", (HttpContext http, ODataService service, string? path) =>
            Guarded(http, () => QueryInBody(http, service, path ?? ""))).AllowAnonymous();
    }

    // POST …/$query: a query too long for an address, or one that a log of addresses should not keep.
    private static async Task QueryInBody(HttpContext http, ODataService service, string path)
    {
        const string Ending = "/$query";
        if (!path.EndsWith(Ending, StringComparison.Ordinal)) throw new QueryFaultException(405, "method-not-allowed", "这里只读：POST 只用于 $batch 和 …/$query。");
        if (http.Request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true)
            throw new QueryFaultException(415, "media-type-not-supported", "$query 的正文应为 text/plain，写成地址里问号之后的样子。");
        if (http.Request.QueryString.HasValue) throw QueryFaultException.Bad("$query 的选项应都在正文里。");
        var text = Encoding.UTF8.GetString(await BatchBody.Whole(http.Request, QueryOptions.LongestQuery));
        http.Request.QueryString = text.Length == 0 ? default : new QueryString("?" + text);
        await ProvinceAudit.RecordBody(http, [$"{path}?{text}"]);
        await service.Answer(http, path[..^Ending.Length]);
    }

    /// <summary>A fault becomes its status; once bytes are out, the connection is cut: half an answer must not look whole.</summary>
    public static async Task Guarded(HttpContext http, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (QueryFaultException) when (http.Response.HasStarted)
        {
            http.Abort();
        }
        catch (QueryFaultException fault)
        {
            await Write(http, fault);
        }
    }

    private static async Task Write(HttpContext http, QueryFaultException fault)
    {
        http.Response.Clear();
        Fill(http, fault);
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(Body(fault), http.RequestAborted);
    }

    internal static void Fill(HttpContext http, QueryFaultException fault)
    {
        http.Response.StatusCode = fault.Status;
        http.Response.Headers["OData-Version"] = http.Request.Headers["OData-MaxVersion"].ToString() == "4.0" ? "4.0" : "4.01";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json;odata.metadata=minimal;charset=utf-8";
        if (fault.Status == StatusCodes.Status405MethodNotAllowed) http.Response.Headers.Allow = "GET, HEAD, OPTIONS";
    }

    internal static byte[] Body(QueryFaultException fault) =>
        fault.ParserDetail is { } detail
            ? JsonSerializer.SerializeToUtf8Bytes(new { error = new { code = fault.Code, message = fault.Message, details = new[] { new { code = "parser", message = detail } } } }, Readable)
            : JsonSerializer.SerializeToUtf8Bytes(new { error = new { code = fault.Code, message = fault.Message } }, Readable);
}
