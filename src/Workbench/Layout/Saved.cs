using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Layout;

/// <summary>A file of the Silo's passed through: a sheet saved under a name that says what it is.</summary>
internal static class Saved
{
    /// <param name="path">Of the Silo, with its query.</param>
    /// <param name="name">With its ending.</param>
    public static async Task<IResult> From(SiloClient silo, string path, string name, Viewer viewer, HttpContext context, CancellationToken cancellation)
    {
        var response = await silo.Download(path, cancellation);
        context.Response.RegisterForDispose(response);
        if (!response.IsSuccessStatusCode) return Pages.Refused(viewer, await SiloClient.Refusal(response, cancellation));
        var type = response.Content.Headers.ContentType?.ToString() ?? "application/octet-stream";
        return TypedResults.Stream(await response.Content.ReadAsStreamAsync(cancellation), type, name);
    }

    /// <summary>Pictures open in the browser; anything else is saved, since a document could carry script.</summary>
    public static async Task<IResult> Evidence(SiloClient silo, string path, string hash, Viewer viewer, HttpContext context, CancellationToken cancellation)
    {
        var response = await silo.Download($"{path}/{Uri.EscapeDataString(hash)}", cancellation);
        context.Response.RegisterForDispose(response);
        if (!response.IsSuccessStatusCode) return Pages.Refused(viewer, await SiloClient.Refusal(response, cancellation));
        var type = response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        var name = type is "image/jpeg" or "image/png" ? null : $"{hash[..Math.Min(12, hash.Length)]}.pdf";
        return TypedResults.Stream(await response.Content.ReadAsStreamAsync(cancellation), type, name);
    }
}
