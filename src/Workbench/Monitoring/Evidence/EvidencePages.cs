using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Revitalization.Workbench.Evidence;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Evidence;

/// <summary>Evidence through the Workbench: shown to whoever may read the file, and taken from a phone one photo at a time.</summary>
internal static class EvidencePages
{
    private const string TokenHeader = "X-Form-Token";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/evidence/{hash}", Show);
        pages.MapPut("/households/{id}/evidence/{hash}", Take);
    }

    private static Task<IResult> Show(string id, string hash, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken cancellation) =>
        Saved.Evidence(silo, MonitoringAddress.EvidenceApiOf(id), hash, viewer, context, cancellation);

    /// <summary>For the script of the visit form: a photo that got through need not be sent again with the form.</summary>
    private static async Task<IResult> Take(string id, string hash, SiloClient silo, HttpContext context, CancellationToken cancellation)
    {
        if (!await FormTokenFilter.IsOurs(context, context.Request.Headers[TokenHeader].ToString())) return TypedResults.Empty;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = EvidenceFile.MostBytes + 1;
        if (await EvidenceFile.ReadBytes(context.Request.Body, cancellation) is not { } bytes) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        // A photo that was cut off on its way has another hash: it is sent again.
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var refusal = await EvidenceFile.Put(silo, MonitoringAddress.EvidenceApiOf(id), hash, bytes, context.Request.ContentType, cancellation);
        return refusal is null ? TypedResults.NoContent() : TypedResults.StatusCode(refusal.Status);
    }
}
