using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
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

    // Pictures open in the browser; anything else is saved, since a document could carry script.
    private static async Task<IResult> Show(string id, string hash, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken cancellation)
    {
        var response = await silo.Download(EvidenceFile.ApiOf(id, hash), cancellation);
        context.Response.RegisterForDispose(response);
        if (!response.IsSuccessStatusCode) return Pages.Refused(viewer, await SiloClient.Refusal(response, cancellation));
        var type = response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        var name = type is "image/jpeg" or "image/png" ? null : $"{hash[..Math.Min(12, hash.Length)]}.pdf";
        return TypedResults.Stream(await response.Content.ReadAsStreamAsync(cancellation), type, name);
    }

    /// <summary>For the script of the visit form: a photo that got through need not be sent again with the form.</summary>
    private static async Task<IResult> Take(string id, string hash, SiloClient silo, HttpContext context, CancellationToken cancellation)
    {
        if (!await FormTokenFilter.IsOurs(context, context.Request.Headers[TokenHeader].ToString())) return TypedResults.Empty;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = EvidenceFile.MostBytes + 1;
        if (await EvidenceFile.ReadBytes(context.Request.Body, cancellation) is not { } bytes) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        // A photo that was cut off on its way has another hash: it is sent again.
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var refusal = await EvidenceFile.Put(silo, id, hash, bytes, context.Request.ContentType, cancellation);
        return refusal is null ? TypedResults.NoContent() : TypedResults.StatusCode(refusal.Status);
    }
}
