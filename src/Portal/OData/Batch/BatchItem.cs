using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Batch;

/// <summary>One request inside a batch.</summary>
/// <param name="Id">Its sender's name for it, which its answer carries; null where it has none.</param>
/// <param name="Address">Absolute, from the server's root (<c>/odata/…</c>), or from the service's root.</param>
/// <param name="DependsOn">Ids of earlier requests that must have succeeded.</param>
/// <param name="Refusal">Why it is not run at all; null: it is.</param>
internal sealed record BatchItem(
    string? Id, string Method, string Address, IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<string> DependsOn,
    QueryFaultException? Refusal = null)
{
    public static QueryFaultException ReadOnly() => new(405, "method-not-allowed", "这里只读：批中只能有 GET 请求。");

    public static BatchItem Refused(string? id, QueryFaultException why) => new(id, "GET", "", [], [], why);
}

/// <summary>What a batch may hold.</summary>
internal static class BatchLimits
{
    public const int MostRequests = 100;
    public const int MostBytes = 256 * 1024;

    /// <summary>Of one answer inside: it is held in memory until it is known to be whole.</summary>
    public const int MostAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Requests that have not begun by then are not run.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    public static QueryFaultException TooMany() => QueryFaultException.Bad($"一批最多 {MostRequests} 个请求。");
}
