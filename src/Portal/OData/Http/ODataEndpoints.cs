using System.Text.Encodings.Web;
using System.Text.Json;
using Revitalization.Portal.OData.Requests;

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
        routes.MapPost("/odata/{**path}", (HttpContext http) =>
            Guarded(http, () => throw QueryFaultException.Unsupported("POST"))).AllowAnonymous();
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
        http.Response.StatusCode = fault.Status;
        http.Response.Headers["OData-Version"] = "4.01";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json;odata.metadata=minimal;charset=utf-8";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        var body = JsonSerializer.Serialize(new { error = new { code = fault.Code, message = fault.Message } }, Readable);
        await http.Response.WriteAsync(body, http.RequestAborted);
    }
}
