using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Batch;

/// <summary>Where a request of a batch goes, from the three forms an address may have.</summary>
internal static class BatchAddress
{
    /// <param name="root">The service's root, such as <c>https://portal.example/odata/</c>.</param>
    /// <returns>The path from the service's root, decoded, and the query with its question mark, encoded.</returns>
    public static (string Path, string Query) Resolve(string address, string root)
    {
        if (address.Length > QueryOptions.LongestQuery + 1024) throw new QueryFaultException(414, "address-too-long", "地址太长。");
        var local = Local(address.TrimStart(), root);
        if (local.StartsWith('$') && !local.StartsWith("$metadata", StringComparison.Ordinal))
            throw NotOffered.InBatches.Fault("批中的这个地址（引用别的请求，或批中有批）");
        var question = local.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? local : local[..question];
        return (Uri.UnescapeDataString(path), question < 0 ? "" : local[question..]);
    }

    private static string Local(string address, string root)
    {
        var rootPath = FromServer(root);
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && scheme < 6) address = FromServer(address);
        if (!address.StartsWith('/')) return address;
        return address.StartsWith(rootPath, StringComparison.Ordinal)
            ? address[rootPath.Length..]
            : throw QueryFaultException.Bad($"批中的地址应在 {rootPath} 之下。");
    }

    private static string FromServer(string address)
    {
        var slash = address.IndexOf('/', address.IndexOf("://", StringComparison.Ordinal) + 3);
        return slash < 0 ? "/" : address[slash..];
    }
}
