using Microsoft.AspNetCore.Http.Features;

namespace Revitalization.Portal.OData.Http;

/// <summary>
/// All that an answer's bytes depend on: the address as it was sent, the names it is called by, and the headers that <c>Vary</c> names
/// beside the encoding, which is chosen when it goes out.
/// </summary>
internal readonly record struct AnswerKey(
    string Target, string Host, string Scheme, string Accept, string Preference, string MaxVersion, string ForwardedHost, string ForwardedProto)
{
    private const int Longest = 8 * 1024;

    public int Length => Target.Length + Host.Length + Accept.Length + Preference.Length + MaxVersion.Length + ForwardedHost.Length + ForwardedProto.Length;

    /// <summary>Names a request whose answer may be kept; null for what is no feed, writes, or is long.</summary>
    public static AnswerKey? Of(HttpContext http)
    {
        var request = http.Request;
        // As sent: decoded, an address with %3F would name another resource by the same text.
        if (!HttpMethods.IsGet(request.Method) || http.Features.Get<IHttpRequestFeature>() is not { RawTarget: { } target } || !target.StartsWith("/odata/", StringComparison.Ordinal)) return null;
        var headers = request.Headers;
        var key = new AnswerKey(
            target, headers.Host.ToString(), request.Scheme, headers.Accept.ToString(), headers["Prefer"].ToString(), headers["OData-MaxVersion"].ToString(),
            headers["X-Forwarded-Host"].ToString(), headers["X-Forwarded-Proto"].ToString());
        return key.Length <= Longest ? key : null;
    }
}
