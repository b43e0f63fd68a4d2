using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;
using ContentDisposition = Microsoft.Net.Http.Headers.ContentDispositionHeaderValue;
using MediaType = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace Revitalization.Workbench.Evidence;

/// <summary>A form with files, read: its fields, and the hashes of the files that the Silo took.</summary>
/// <param name="Refusal">Why a file was not taken; null when all were.</param>
internal sealed record SentForm(TypedForm Form, IReadOnlyList<string> Evidence, Problem? Refusal)
{
    private const int MostFields = 200, LongestField = 4096, MostFiles = 6;
    private const long MostBytes = (MostFiles * EvidenceFile.MostBytes) + (1024 * 1024);

    /// <summary>
    /// Reads the fields, checks the form's token, then passes each file to the Silo under the hash of its bytes. One file at a time is held
    /// in memory and none on disk. Null after the form was turned away.
    /// </summary>
    /// <param name="place">Where files go, such as <c>/api/households/H1/evidence</c>.</param>
    public static async Task<SentForm?> Read(HttpContext context, SiloClient silo, string place, CancellationToken cancellation)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var hashes = new List<string>();
        Problem? refusal = null;
        var isOurs = false;
        if (Boundary(context.Request) is { } boundary)
        {
            var reader = new MultipartReader(boundary, context.Request.Body);
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (!ContentDisposition.TryParse(section.ContentDisposition, out var disposition)) continue;
                if (disposition.FileName.HasValue && (isOurs || (isOurs = await IsOurs(context, fields))) is false) return null;
                if (!disposition.FileName.HasValue) await Keep(fields, disposition, section, cancellation);
                else if (refusal is null && disposition.FileName.Value is { Length: > 2 }) refusal = await Put(silo, place, section, hashes, cancellation);
            }
        }
        else
        {
            foreach (var (name, value) in await context.Request.ReadFormAsync(cancellation)) fields[name] = value;
        }

        if (!isOurs && !await IsOurs(context, fields)) return null;
        var earlier = fields.GetValueOrDefault("evidence").ToString().Split(',').Where(EvidenceFile.IsHash);
        hashes = [.. earlier.Concat(hashes).Distinct(StringComparer.Ordinal).Take(MostFiles)];
        fields["evidence"] = string.Join(',', hashes);
        return new(new TypedForm(new FormCollection(fields)), hashes, refusal);
    }

    private static Task<bool> IsOurs(HttpContext context, Dictionary<string, StringValues> fields) =>
        FormTokenFilter.IsOurs(context, fields.GetValueOrDefault(FormTokens.FieldName));

    private static async Task<Problem?> Put(SiloClient silo, string place, MultipartSection section, List<string> hashes, CancellationToken cancellation)
    {
        if (hashes.Count >= MostFiles) return Problem.OfFields(new FieldFault("files", null, "count", $"一次最多 {MostFiles} 个文件。"));
        if (await EvidenceFile.ReadBytes(section.Body, cancellation) is not { } bytes) return EvidenceFile.TooLarge;
        if (bytes.Length == 0) return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var refusal = await EvidenceFile.Put(silo, place, hash, bytes, section.ContentType, cancellation);
        if (refusal is null) hashes.Add(hash);
        return refusal;
    }

    private static async Task Keep(
        Dictionary<string, StringValues> fields, ContentDisposition disposition, MultipartSection section, CancellationToken cancellation)
    {
        var name = disposition.Name.Value?.Trim('"') ?? "";
        if (fields.Count >= MostFields) throw new BadHttpRequestException("Too many fields.");
        using var reader = new StreamReader(section.Body, Encoding.UTF8);
        var text = new char[LongestField];
        var length = await reader.ReadBlockAsync(text, cancellation);
        var value = new string(text, 0, length);
        fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), value);
    }

    internal static string? Boundary(HttpRequest request) =>
        MediaType.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? type.Boundary.Value?.Trim('"')
            : null;
}
