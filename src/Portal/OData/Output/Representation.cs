using Microsoft.Net.Http.Headers;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Output;

/// <summary>How the caller wants the answer written.</summary>
/// <param name="Metadata">With <c>@odata.context</c> and its like (minimal), or bare (none).</param>
/// <param name="NumbersAsText">IEEE754Compatible: Int64 and Decimal as strings, for readers with floating point only.</param>
public sealed record Representation(string Version, bool Metadata, bool NumbersAsText, bool Xml)
{
    // Without odata.streaming=true: SAP CAP then refuses the JSON.
    public string ContentType => Xml
        ? "application/xml"
        : $"application/json;odata.metadata={(Metadata ? "minimal" : "none")}{(NumbersAsText ? ";IEEE754Compatible=true" : "")};charset=utf-8";

    public static Representation Of(HttpRequest request, QueryOptions options, bool xmlAllowed)
    {
        var version = VersionOf(request);
        var format = options["$format"];
        if (format == "json") return new Representation(version, true, false, false);
        if (format == "xml" && xmlAllowed) return new Representation(version, true, false, true);
        var wanted = format is not null ? [format] : request.Headers.Accept.ToArray();
        if (!MediaTypeHeaderValue.TryParseList(wanted!, out var accepted))
            return format is null && wanted.Length == 0 ? Default(version, xmlAllowed) : throw NotAcceptable();
        // JSON is a form of $metadata since 4.01: whoever can take XML gets XML. Excel and axios prefer JSON for everything, and mean rows.
        if (xmlAllowed && accepted.Any(IsXml)) return new Representation(version, true, false, true);
        return accepted.OrderByDescending(media => media.Quality ?? 1).Where(media => media.Quality is not 0)
            .Select(media => Match(media, version, xmlAllowed)).FirstOrDefault(match => match is not null)
            ?? (accepted.Count == 0 ? Default(version, xmlAllowed) : throw (!xmlAllowed && accepted.Any(IsFull) ? FullNotOffered() : NotAcceptable()));
    }

    private static Representation Default(string version, bool xml) => new(version, true, false, xml);

    private static Representation? Match(MediaTypeHeaderValue media, string version, bool xmlAllowed)
    {
        var type = media.MediaType.Value;
        if (!xmlAllowed && IsFull(media)) return null;
        if (xmlAllowed && type is "application/xml" or "application/*" or "*/*" or "text/html" or "text/xml")
            return new Representation(version, true, false, xmlAllowed);
        return type is "application/json" or "application/*" or "*/*" or "text/html" or "text/*"
            ? new Representation(version, Parameter(media, "metadata") != "none", Parameter(media, "IEEE754Compatible") == "true", false)
            : null;
    }

    /// <summary>Every value's type and every row's links: all of it stands in $metadata, and would make each row several times as long.</summary>
    private static bool IsFull(MediaTypeHeaderValue media) => Parameter(media, "metadata") == "full";

    private static bool IsXml(MediaTypeHeaderValue media) => media.Quality is not 0 && media.MediaType.Value is "application/xml" or "text/xml" or "application/*" or "*/*";

    private static string? Parameter(MediaTypeHeaderValue media, string name) => media.Parameters
        .Where(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            || parameter.Name.Equals("odata." + name, StringComparison.OrdinalIgnoreCase))
        .Select(parameter => parameter.Value.Value?.ToLowerInvariant()).FirstOrDefault();

    /// <summary>4.01, or 4.0 for a caller who reads nothing newer.</summary>
    public static string VersionOf(HttpRequest request)
    {
        var most = request.Headers["OData-MaxVersion"].ToString();
        return most switch
        {
            "" or "4.01" => "4.01",
            "4.0" => "4.0",
            _ => throw QueryFaultException.Bad("OData-MaxVersion 只能是 4.0 或 4.01。"),
        };
    }

    private static QueryFaultException FullNotOffered() =>
        new(406, "not-acceptable", "不提供 odata.metadata=full：各列的类型和导航见 $metadata；请用 odata.metadata=minimal 或 none。");

    private static QueryFaultException NotAcceptable() => new(406, "not-acceptable", "这里只给 JSON。");
}
