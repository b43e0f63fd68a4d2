using Revitalization.Portal.Documents;

namespace Revitalization.Portal.Pages.Documents;

/// <summary>What a document's terms are called on pages.</summary>
internal static class DocumentWords
{
    public static string Validity(string validity) => validity switch
    {
        "Valid" => "有效",
        "Superseded" => "已被替代",
        "Repealed" => "已废止",
        "Unstated" => "未写明",
        _ => validity,
    };

    /// <summary>With a sign beside the colour.</summary>
    public static (string Text, string Look) Tag(string validity) => validity switch
    {
        "Valid" => ("✓ 有效", "good"),
        "Superseded" => ("■ 已被替代", "warn"),
        "Repealed" => ("■ 已废止", "bad"),
        _ => ("○ 有效性未写明", "note"),
    };

    public static string Value(DocumentFacet facet, string value) => facet switch
    {
        DocumentFacet.Validity => Validity(value),
        DocumentFacet.Year => $"{value} 年",
        _ => value,
    };

    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes} B",
        < 1 << 20 => $"{bytes / 1024m:0.#} KB",
        _ => $"{bytes / 1024m / 1024m:0.#} MB",
    };
}
