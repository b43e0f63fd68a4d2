using System.Text.Json.Nodes;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.Corrections;

/// <summary>Corrections for machines: <c>/data/releases/{n}/corrections.json</c>, before and after of every changed figure.</summary>
internal static class CorrectionServices
{
    public static void AddCorrections(this IServiceCollection services) => services.AddSingleton<CorrectionBook>();

    public static void MapCorrections(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/data/releases/{number:int}/corrections.json", ["GET", "HEAD"], (HttpContext http, int number, CorrectionBook book) =>
            ODataEndpoints.Guarded(http, () => Answer(http, book.Of(number)))).AllowAnonymous();

    private static Task Answer(HttpContext http, Correction? correction)
    {
        if (correction is null) throw QueryFaultException.NotFound("这一期没有更正别的发布，或两期之一的行已不再保留。");
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "public, no-cache";
        return http.Response.Body.WriteAsync(CanonicalJson.Write(Json(correction)), http.RequestAborted).AsTask();
    }

    private static JsonObject Json(Correction correction) => new()
    {
        ["release"] = correction.Release, ["corrects"] = correction.Corrects, ["reason"] = correction.Reason, ["total"] = correction.Total,
        ["counts"] = new JsonObject(correction.Counts.Select(count => KeyValuePair.Create(Lower(count.Key), (JsonNode?)count.Value))),
        ["changes"] = new JsonArray([.. correction.Changes.Select(change => new JsonObject
        {
            ["set"] = change.Set, ["key"] = change.Key, ["kind"] = Lower(change.Kind), ["field"] = change.Field, ["before"] = change.Before, ["after"] = change.After,
        })]),
    };

    private static string Lower(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
