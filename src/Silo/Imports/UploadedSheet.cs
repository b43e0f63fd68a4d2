using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports;

/// <summary>
/// The sheet in a request: its raw body, or the file of a form, which is read where it stands and never kept whole in memory or
/// in a temporary file. Region and source come as query values or as the form's fields before the file.
/// </summary>
internal sealed record UploadedSheet(Stream Body, string? Region, string Source)
{
    private const int FieldsMax = 10, FieldCharactersMax = 200;

    public static async Task<UploadedSheet> Open(HttpRequest request, CancellationToken cancellation)
    {
        var (region, source) = (request.Query["region"].FirstOrDefault(), request.Query["source"].FirstOrDefault());
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return Of(request.Body, region, source);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100) throw NoFile();
        try
        {
            return await FileOf(new MultipartReader(boundary, request.Body), region, source, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw NoFile();
        }
    }

    private static async Task<UploadedSheet> FileOf(MultipartReader form, string? region, string? source, CancellationToken cancellation)
    {
        for (var fields = 0; fields < FieldsMax && await form.ReadNextSectionAsync(cancellation) is { } section; fields++)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var stated)) continue;
            if (stated.IsFileDisposition()) return Of(section.Body, region, source);
            var name = HeaderUtilities.RemoveQuotes(stated.Name).Value;
            var value = await Text(section, cancellation);
            if (name == "region" && value.Length > 0) region = value;
            if (name == "source" && value.Length > 0) source = value;
        }
        throw NoFile();
    }

    private static async Task<string> Text(MultipartSection section, CancellationToken cancellation)
    {
        using var text = new StreamReader(section.Body);
        var buffer = new char[FieldCharactersMax];
        var length = await text.ReadBlockAsync(buffer, cancellation);
        return new string(buffer, 0, length).Trim();
    }

    private static UploadedSheet Of(Stream body, string? region, string? source)
    {
        var named = string.IsNullOrWhiteSpace(source) ? SheetLayouts.OfficialSource : source.Trim();
        return named.Length <= ColumnMappingRules.SourceMax && !named.Contains('/', StringComparison.Ordinal)
            ? new(body, string.IsNullOrWhiteSpace(region) ? null : region.Trim(), named)
            : throw new SheetRefusedException(ImportRefusal.MappingInvalid, "来源名称过长或含“/”。");
    }

    private static SheetRefusedException NoFile() => new(ImportRefusal.FileEmpty, "表单中没有文件。");
}
