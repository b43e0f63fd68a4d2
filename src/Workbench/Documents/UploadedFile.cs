using Microsoft.AspNetCore.WebUtilities;
using Revitalization.Workbench.Evidence;
using Revitalization.Workbench.Forms;
using ContentDisposition = Microsoft.Net.Http.Headers.ContentDispositionHeaderValue;

namespace Revitalization.Workbench.Documents;

/// <summary>One file of a form, held in memory alone: it may hold what nobody else should see.</summary>
/// <param name="Bytes">Null where there is none, or it is too large.</param>
internal sealed record UploadedFile(byte[]? Bytes)
{
    private const int TokenLetters = 256;

    /// <summary>Null after the form was turned away: its token comes before its file.</summary>
    public static async Task<UploadedFile?> Read(HttpContext context, CancellationToken cancellation)
    {
        if (SentForm.Boundary(context.Request) is not { } boundary) return new((byte[]?)null);
        var (reader, token) = (new MultipartReader(boundary, context.Request.Body), (string?)null);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDisposition.TryParse(section.ContentDisposition, out var disposition)) continue;
            if (disposition.Name.Value?.Trim('"') == FormTokens.FieldName) token = await Letters(section, cancellation);
            if (!disposition.FileName.HasValue) continue;
            return await FormTokenFilter.IsOurs(context, token) ? new(await EvidenceFile.ReadBytes(section.Body, cancellation)) : null;
        }
        return new((byte[]?)null);
    }

    private static async Task<string> Letters(MultipartSection section, CancellationToken cancellation)
    {
        using var text = new StreamReader(section.Body);
        var letters = new char[TokenLetters];
        return new(letters, 0, await text.ReadBlockAsync(letters, cancellation));
    }
}
