using System.Text.Json;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Batch;

/// <summary>Reads a batch in JSON: <c>{"requests":[{"id":"1","method":"GET","url":"Regions"}]}</c>.</summary>
internal static class JsonBatch
{
    private const int LongestId = 64;

    public static IReadOnlyList<BatchItem> Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            var requests = document.RootElement.GetProperty("requests");
            if (requests.GetArrayLength() > BatchLimits.MostRequests) throw BatchLimits.TooMany();
            List<BatchItem> items = [.. requests.EnumerateArray().Select(Item)];
            Check(items);
            return items;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw QueryFaultException.Bad("批读不懂：应为 {\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"…\"}]}。");
        }
    }

    private static BatchItem Item(JsonElement request)
    {
        var id = request.GetProperty("id").GetString();
        if (string.IsNullOrEmpty(id) || id.Length > LongestId) throw QueryFaultException.Bad($"批中每个请求都要有 id，最长 {LongestId} 个字符。");
        var method = (request.GetProperty("method").GetString() ?? "").ToUpperInvariant();
        var address = request.GetProperty("url").GetString() ?? "";
        if (method != "GET") return BatchItem.Refused(id, BatchItem.ReadOnly());
        if (request.TryGetProperty("atomicityGroup", out _)) return BatchItem.Refused(id, NotOffered.InBatches.Fault("批中的 atomicityGroup（这里只读，没有可以一起提交的）"));
        if (request.TryGetProperty("if", out _)) return BatchItem.Refused(id, NotOffered.InBatches.Fault("批中的 if"));
        return new BatchItem(id, method, address, Headers(request), DependsOn(request));
    }

    private static List<KeyValuePair<string, string>> Headers(JsonElement request) => !request.TryGetProperty("headers", out var headers) ? []
        : [.. headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString() ?? ""))];

    private static List<string> DependsOn(JsonElement request) => !request.TryGetProperty("dependsOn", out var on) ? []
        : [.. on.EnumerateArray().Select(id => id.GetString() ?? "")];

    // Requests run in their order, so one can only wait for what stands before it.
    private static void Check(List<BatchItem> items)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!item.DependsOn.All(before.Contains)) throw QueryFaultException.Bad($"请求 {item.Id} 的 dependsOn 里有不在它前面的请求。");
            if (!before.Add(item.Id!)) throw QueryFaultException.Bad($"批中的 id {item.Id} 出现了两次。");
        }
    }
}
