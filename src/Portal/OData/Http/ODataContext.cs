using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Http;

/// <summary>One request: what was asked, of which release, and how it is to be written.</summary>
internal sealed class ODataContext(HttpContext http, ReplicaStore store, PortalOptions portal, string path, ReplicaState? state = null)
{
    // Another build may write the same rows otherwise.
    private static readonly Guid Edition = typeof(ODataContext).Module.ModuleVersionId;

    /// <summary>The releases that stand while this is answered.</summary>
    public ReplicaState State { get; } = state ?? store.State;

    public HttpContext Http { get; } = http;
    public string Path { get; } = path.Trim('/');
    public QueryOptions Options { get; } = QueryOptions.Parse(http.Request.QueryString.Value);
    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>Takes an answer that goes out whole; null where none may be kept.</summary>
    public Action<ReadOnlyMemory<byte>>? Keep { get; init; }

    /// <summary>The service's root, as the caller knows it.</summary>
    public string Root { get; } = RootOf(http.Request, portal) + portal.ServicePath;

    /// <summary>The release that answers: the token's, the day's, or the newest; 0 before the first.</summary>
    public int Release(SkipToken? token)
    {
        if (token is { Release: var release })
        {
            return (release == 0 && State.Current is null) || State.Find(release) is { Held: true }
                ? release
                : throw new QueryFaultException(410, "release-gone", "这一页所属的发布已不再保留，请从第一页重新读。");
        }
        if (Options["asOf"] is not { } text) return State.Current?.Number ?? 0;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
            throw QueryFaultException.Bad("asOf 应为日期，如 2023-09-30。");
        return State.AsOf(day)?.Number ?? throw QueryFaultException.NotFound($"{text} 还没有发布。");
    }

    /// <summary>What the caller would rather have (<c>Prefer</c>).</summary>
    public IEnumerable<string> Preferences => Http.Request.Headers["Prefer"].SelectMany(header => (header ?? "").Split(',', ';')).Select(one => one.Trim());

    /// <summary>Says that a preference was met.</summary>
    public void Apply(string preference)
    {
        var before = Http.Response.Headers["Preference-Applied"].ToString();
        Http.Response.Headers["Preference-Applied"] = before.Length == 0 ? preference : $"{before}, {preference}";
    }

    /// <summary>Rows of a page: the portal's, or fewer by <c>Prefer: odata.maxpagesize</c>.</summary>
    public int PageRows()
    {
        foreach (var preference in Preferences)
        {
            var name = preference.StartsWith("odata.", StringComparison.OrdinalIgnoreCase) ? preference[6..] : preference;
            if (!name.StartsWith("maxpagesize=", StringComparison.OrdinalIgnoreCase)) continue;
            if (!int.TryParse(name["maxpagesize=".Length..], System.Globalization.CultureInfo.InvariantCulture, out var rows) || rows <= 0) continue;
            var applied = Math.Min(rows, portal.PageRows);
            Apply($"{preference[..preference.IndexOf('=', StringComparison.Ordinal)]}={applied}");
            return applied;
        }
        return portal.PageRows;
    }

    /// <summary>
    /// Sets the headers of an answer. A release never changes, so its number and the request name the answer's bytes.
    /// </summary>
    /// <returns>False when the caller already has it (304), or asked for headers only.</returns>
    public bool Begin(Representation representation, int release, string? contentType = null)
    {
        var response = Http.Response;
        response.Headers["OData-Version"] = representation.Version;
        response.ContentType = contentType ?? representation.ContentType;
        if (HttpMethods.IsPost(Http.Request.Method))
        {
            response.Headers.CacheControl = "no-store"; // Its address does not name it.
            return true;
        }
        response.Headers.CacheControl = "public, max-age=30";
        response.Headers.Vary = "Accept, Accept-Encoding, Prefer, OData-MaxVersion";
        response.Headers.ETag = Tag(representation, release);
        if (Has(Http.Request, response.Headers.ETag!))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return false;
        }
        return !HttpMethods.IsHead(Http.Request.Method);
    }

    private string Tag(Representation representation, int release)
    {
        // A release answers with other documents once it is no longer the newest.
        var root = $"{State.Stamp(release)}{(release == State.Current?.Number ? "-newest" : "")}";
        var named = $"{Edition}\n{release}\n{root}\n{store.Database.DocumentEdition}\n{Root}\n{Http.Request.Path}{Http.Request.QueryString}\n{representation}\n{Http.Response.Headers["Preference-Applied"]}";
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 12))}\"";
    }

    /// <summary>Whether the caller says that it has what the tag names.</summary>
    public static bool Has(HttpRequest request, string tag) => request.Headers.IfNoneMatch
        .SelectMany(header => (header ?? "").Split(',')).Select(one => one.Trim())
        .Any(one => one == "*" || Strong(one) == Strong(tag));

    private static string Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    internal static string RootOf(HttpRequest request, PortalOptions portal)
    {
        if (portal.PublicAddress is { } known) return known.GetLeftPart(UriPartial.Authority);
        // Set by the gateway, which strips what came from outside.
        var host = request.Headers["X-Forwarded-Host"].ToString();
        var scheme = request.Headers["X-Forwarded-Proto"].ToString() is "https" ? "https" : request.Scheme;
        return Uri.CheckHostName(host.Split(':')[0]) != UriHostNameType.Unknown ? $"{scheme}://{host}" : $"{scheme}://{request.Host}";
    }
}
