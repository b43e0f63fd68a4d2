using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Revitalization.Contracts.Imports;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;
using ContentDisposition = Microsoft.Net.Http.Headers.ContentDispositionHeaderValue;
using MediaType = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace Revitalization.Workbench.Imports;

/// <summary>
/// Takes an uploaded sheet and passes it on to the Silo while it arrives: nothing of it is kept here, in memory or on disk. The form's other
/// fields come before the file, since that is their order on the page.
/// </summary>
internal static class ImportUpload
{
    private const long MostBytes = 257L * 1024 * 1024;
    private const int LongestField = 1024;

    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/imports", Receive).WithMetadata(new ReadsItsOwnForm());

    private static async Task<IResult> Receive(HttpContext context, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Boundary(context.Request) is not { } boundary) return await Missing(viewer, silo, fields, cancellation);
        var reader = new MultipartReader(boundary, context.Request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDisposition.TryParse(section.ContentDisposition, out var disposition)) continue;
            var name = disposition.Name.Value?.Trim('"') ?? "";
            if (name == "file") return await Pass(context, viewer, silo, fields, disposition.FileName.Value?.Trim('"') ?? "", section.Body, cancellation);
            fields[name] = await ReadField(section, cancellation);
        }

        return await Missing(viewer, silo, fields, cancellation);
    }

    private static async Task<IResult> Pass(
        HttpContext context, Viewer viewer, SiloClient silo, Dictionary<string, string> fields, string fileName, Stream file, CancellationToken cancellation)
    {
        if (!await FormTokenFilter.IsOurs(context, fields.GetValueOrDefault(FormTokens.FieldName))) return TypedResults.Empty;
        fields.Remove(FormTokens.FieldName);
        if (fileName.Length == 0) return await Missing(viewer, silo, fields, cancellation);
        var request = new HttpRequestMessage(HttpMethod.Post, Address(fields)) { Content = new StreamContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(TypeOf(fileName));
        var received = await silo.Send<ImportProgress>(request, cancellation);
        return received.Value is { } import
            ? Layout.Pages.SeeOther(ImportPages.PageOf(import.Id))
            : await ImportPages.List(viewer, silo, new FormView(fields, received.Problem), received.Problem!.Status, null, cancellation);
    }

    private static Task<IResult> Missing(Viewer viewer, SiloClient silo, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        var problem = Problem.OfFields(new FieldFault("file", null, "missing", "请选择要上传的文件。"));
        return ImportPages.List(viewer, silo, new FormView(fields, problem), problem.Status, null, cancellation);
    }

    private static string Address(Dictionary<string, string> fields)
    {
        var query = from name in new[] { "region", "partnership", "source" }
                    where fields.GetValueOrDefault(name) is { Length: > 0 }
                    select $"{name}={Uri.EscapeDataString(fields[name])}";
        return $"/api/imports/{Uri.EscapeDataString(fields.GetValueOrDefault("kind") ?? "unknown")}?{string.Join('&', query)}";
    }

    private static string TypeOf(string fileName) => fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv";

    private static string? Boundary(HttpRequest request) =>
        MediaType.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? type.Boundary.Value?.Trim('"')
            : null;

    private static async Task<string> ReadField(MultipartSection section, CancellationToken cancellation)
    {
        using var reader = new StreamReader(section.Body);
        var text = new char[LongestField];
        var length = await reader.ReadBlockAsync(text, cancellation);
        return new string(text, 0, length).Trim();
    }
}
