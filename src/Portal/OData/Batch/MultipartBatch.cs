using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Batch;

/// <summary>Reads a batch as <c>multipart/mixed</c>, as SAP's clients send it: each part is a request in HTTP's own form.</summary>
internal static class MultipartBatch
{
    private const int LongestBoundary = 70;

    public static async Task<IReadOnlyList<BatchItem>> Read(byte[] body, string? boundary, CancellationToken cancellation)
    {
        if (boundary is not { Length: > 0 and <= LongestBoundary }) throw Unreadable();
        var reader = new MultipartReader(boundary, new MemoryStream(body)) { HeadersCountLimit = 20, HeadersLengthLimit = 4096 };
        var items = new List<BatchItem>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (items.Count == BatchLimits.MostRequests) throw BatchLimits.TooMany();
                items.Add(await Item(section, cancellation));
            }
        }
        catch (Exception malformed) when (malformed is IOException or InvalidDataException)
        {
            throw Unreadable();
        }
        return items.Count > 0 ? items : throw Unreadable();
    }

    private static async Task<BatchItem> Item(MultipartSection section, CancellationToken cancellation)
    {
        using var text = new StreamReader(section.Body, Encoding.UTF8);
        var lines = (await text.ReadToEndAsync(cancellation)).Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var id = section.Headers?.TryGetValue("Content-ID", out var given) == true ? given.ToString() : null;
        // A change set: whatever it holds would write.
        if (section.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true) return BatchItem.Refused(id, BatchItem.ReadOnly());
        if (section.ContentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true) throw Unreadable();
        var request = lines.SkipWhile(line => line.Length == 0).ToList();
        var (method, address) = request.Count == 0 ? throw Unreadable() : FirstLine(request[0].Trim());
        return method.Equals("GET", StringComparison.OrdinalIgnoreCase)
            ? new BatchItem(id, "GET", address, [.. request.Skip(1).TakeWhile(line => line.Length > 0).Select(Header)], [])
            : BatchItem.Refused(id, BatchItem.ReadOnly());
    }

    // There are clients that leave the spaces of a filter as they are: what stands between the method and the version is the address.
    private static (string Method, string Address) FirstLine(string line)
    {
        var first = line.IndexOf(' ', StringComparison.Ordinal);
        var last = line.LastIndexOf(" HTTP/", StringComparison.Ordinal);
        if (first <= 0) throw Unreadable();
        return (line[..first], (last > first ? line[(first + 1)..last] : line[(first + 1)..]).Trim());
    }

    private static KeyValuePair<string, string> Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? KeyValuePair.Create(line[..colon].Trim(), line[(colon + 1)..].Trim()) : throw Unreadable();
    }

    private static QueryFaultException Unreadable() => QueryFaultException.Bad("批读不懂：每一部分应是 application/http 的一个请求。");
}
