using Microsoft.Net.Http.Headers;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Batch;

/// <summary>A batch as it was sent: read whole, bounded, then cut into its requests.</summary>
/// <param name="Bytes">Also name the multipart answer's boundary.</param>
internal sealed record BatchBody(byte[] Bytes, bool IsJson, IReadOnlyList<BatchItem> Items)
{
    public static async Task<BatchBody> Read(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) throw WrongType();
        var bytes = await Whole(request, BatchLimits.MostBytes);
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return new BatchBody(bytes, true, JsonBatch.Read(bytes));
        if (!type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase)) throw WrongType();
        return new BatchBody(bytes, false, await MultipartBatch.Read(bytes, HeaderUtilities.RemoveQuotes(type.Boundary).Value, request.HttpContext.RequestAborted));
    }

    /// <summary>All of a body, or 413.</summary>
    public static async Task<byte[]> Whole(HttpRequest request, int most)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (whole.Length + read > most) throw new QueryFaultException(413, "body-too-large", $"请求正文最多 {most / 1024} KB。");
            whole.Write(buffer, 0, read);
        }
        return whole.ToArray();
    }

    private static QueryFaultException WrongType() =>
        new(415, "media-type-not-supported", "$batch 的正文应为 application/json 或 multipart/mixed。");
}
