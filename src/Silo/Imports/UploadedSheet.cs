using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports;

/// <summary>
/// The sheet in a request: its raw body, or the file of a form, which is read where it stands and never kept whole in memory or
/// in a temporary file. Region (or partnership) and source come as query values or as the form's fields before the file.
/// </summary>
internal sealed record UploadedSheet(Stream Body, string? Region, string? Partnership, string Source)
{
    private const int FieldsMax = 10, FieldCharactersMax = 200;

    public static async Task<UploadedSheet> Open(HttpRequest request, CancellationToken cancellation)
    {
        var stated = new Stated(request.Query["region"].FirstOrDefault(), request.Query["partnership"].FirstOrDefault(), request.Query["source"].FirstOrDefault());
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return Of(request.Body, stated);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100) throw NoFile();
        try
        {
            return await FileOf(new MultipartReader(boundary, request.Body), stated, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw NoFile();
        }
    }

    private static async Task<UploadedSheet> FileOf(MultipartReader form, Stated stated, CancellationToken cancellation)
    {
        for (var fields = 0; fields < FieldsMax && await form.ReadNextSectionAsync(cancellation) is { } section; fields++)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) continue;
            if (part.IsFileDisposition()) return Of(section.Body, stated);
            stated = stated.With(HeaderUtilities.RemoveQuotes(part.Name).Value, await Text(section, cancellation));
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

    private static UploadedSheet Of(Stream body, Stated stated)
    {
        var named = Trimmed(stated.Source) ?? SheetLayouts.OfficialSource;
        return named.Length <= ColumnMappingRules.SourceMax && !named.Contains('/', StringComparison.Ordinal)
            ? new(body, Trimmed(stated.Region), Trimmed(stated.Partnership), named)
            : throw new SheetRefusedException(ImportRefusal.MappingInvalid, "来源名称过长或含“/”。");
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static SheetRefusedException NoFile() => new(ImportRefusal.FileEmpty, "表单中没有文件。");

    /// <summary>What the query says, unless the form says it again.</summary>
    private sealed record Stated(string? Region, string? Partnership, string? Source)
    {
        public Stated With(string? field, string value) => (field, value.Length) switch
        {
            (_, 0) => this,
            ("region", _) => this with { Region = value },
            ("partnership", _) => this with { Partnership = value },
            ("source", _) => this with { Source = value },
            _ => this,
        };
    }
}
