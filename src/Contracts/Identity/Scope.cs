namespace Revitalization.Contracts.Identity;

/// <summary>
/// Where a role holds (管辖范围): a region by the significant digits of its code (<c>region:510823</c>,
/// <c>region:510823100</c>, <c>region:51</c>) or a partnership (<c>partnership:xiaoshan-wangcang</c>).
/// </summary>
public readonly record struct Scope(string Kind, string Value)
{
    public static Scope Region(string prefix) => new("region", prefix);

    public static Scope Partnership(string code) => new("partnership", code);

    /// <summary>Reads the form that <see cref="ToString"/> writes; null when it is neither kind.</summary>
    public static Scope? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1) return null;
        var scope = new Scope(text[..colon], text[(colon + 1)..]);
        return scope.Kind is "region" or "partnership" ? scope : null;
    }

    public bool Covers(string regionCode) =>
        Kind == "region" && regionCode.StartsWith(Value, StringComparison.Ordinal);

    public override string ToString() => $"{Kind}:{Value}";
}
