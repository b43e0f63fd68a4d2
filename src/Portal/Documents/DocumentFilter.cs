using System.Globalization;

namespace Revitalization.Portal.Documents;

/// <summary>What a reader looks for among documents; every part of it stands in the address.</summary>
/// <param name="Text">As typed: words that must all be found in title, text, summary or number.</param>
/// <param name="Page">From 1.</param>
public sealed record DocumentFilter(string? Text, string? Issuer, string? Topic, string? Genre, int? Year, string? Validity, int Page = 1)
{
    public const int LettersMost = 200, PageMost = 10_000;

    public bool IsOpen => (Text, Issuer, Topic, Genre, Year, Validity) == (null, null, null, null, null, null);

    public static DocumentFilter Of(IQueryCollection query)
    {
        string? Value(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LettersMost)] : null;
        int? Number(string name) => int.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new(Value("q"), Value("issuer"), Value("topic"), Value("genre"), Number("year"), Value("validity"), Math.Clamp(Number("page") ?? 1, 1, PageMost));
    }

    /// <summary>The value of a facet; null where all are wanted.</summary>
    public string? this[DocumentFacet facet] => facet switch
    {
        DocumentFacet.Issuer => Issuer,
        DocumentFacet.Topic => Topic,
        DocumentFacet.Genre => Genre,
        DocumentFacet.Year => Year?.ToString(CultureInfo.InvariantCulture),
        _ => Validity,
    };

    public DocumentFilter With(DocumentFacet facet, string? value)
    {
        var first = this with { Page = 1 };
        return facet switch
        {
            DocumentFacet.Issuer => first with { Issuer = value },
            DocumentFacet.Topic => first with { Topic = value },
            DocumentFacet.Genre => first with { Genre = value },
            DocumentFacet.Year => first with { Year = value is null ? null : int.Parse(value, CultureInfo.InvariantCulture) },
            _ => first with { Validity = value },
        };
    }

    public string Address
    {
        get
        {
            (string Name, string? Value)[] parts =
            [
                ("q", Text), .. DocumentFacets.All.Select(facet => (DocumentFacets.Name(facet), this[facet])), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
            ];
            var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
            return query.Length == 0 ? "/documents" : $"/documents?{query}";
        }
    }
}

/// <summary>By what a list of documents can be narrowed.</summary>
public enum DocumentFacet
{
    Issuer,
    Topic,
    Genre,
    Year,
    Validity,
}

internal static class DocumentFacets
{
    public static readonly IReadOnlyList<DocumentFacet> All = Enum.GetValues<DocumentFacet>();

    /// <summary>Its name in an address, and its column.</summary>
    public static string Name(DocumentFacet facet) => facet switch
    {
        DocumentFacet.Issuer => "issuer",
        DocumentFacet.Topic => "topic",
        DocumentFacet.Genre => "genre",
        DocumentFacet.Year => "year",
        _ => "validity",
    };

    public static string Title(DocumentFacet facet) => facet switch
    {
        DocumentFacet.Issuer => "发布机构",
        DocumentFacet.Topic => "主题",
        DocumentFacet.Genre => "体裁",
        DocumentFacet.Year => "年份",
        _ => "有效性",
    };
}
