namespace Revitalization.Portal.OData.Requests;

/// <summary>A request that cannot be answered, and why, in words for its sender.</summary>
public sealed class QueryFaultException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Stable and public, in kebab case.</summary>
    public string Code { get; } = code;

    /// <summary>What the parser said in its own language, for whoever searches for it; null where the message is ours alone.</summary>
    public string? ParserDetail { get; init; }

    public static QueryFaultException Bad(string message) => new(400, "query-invalid", message);

    /// <summary>The guard: the numbers asked to be added cannot be.</summary>
    public static QueryFaultException NotAdditive(string message) => new(400, "not-additive", message);

    public static QueryFaultException Unsupported(string what) => new(501, "not-supported", $"不支持 {what}。");

    public static QueryFaultException NotFound(string message = "没有这个资源。") => new(404, "not-found", message);

    public static QueryFaultException TooCostly() => new(400, "query-too-costly", "查询超出时间限制，请缩小范围或加上条件。");
}
