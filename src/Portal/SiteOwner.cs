namespace Revitalization.Portal;

/// <summary>Who answers for the site, as a government site has to say it (政府网站发展指引: 主办单位, 联系方式, 标识码 and 备案号).</summary>
public sealed record SiteOwner
{
    /// <summary>责任单位.</summary>
    public string Office { get; init; } = "各县（区）乡村振兴局";

    /// <summary>Telephone, address and hours of the office, never a person's own; null: not stated here.</summary>
    public string? Contact { get; init; }

    /// <summary>网站标识码, ICP备案 and 公安备案, as they are to be shown; null: none yet.</summary>
    public string? Filings { get; init; }

    /// <summary>From <c>PORTAL_OFFICE</c>, <c>PORTAL_CONTACT</c> and <c>PORTAL_FILINGS</c>.</summary>
    public static SiteOwner From(Func<string, string?> setting) => new()
    {
        Office = Stated(setting("PORTAL_OFFICE")) ?? new SiteOwner().Office,
        Contact = Stated(setting("PORTAL_CONTACT")),
        Filings = Stated(setting("PORTAL_FILINGS")),
    };

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
