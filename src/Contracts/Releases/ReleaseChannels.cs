namespace Revitalization.Contracts.Releases;

/// <summary>Channels (发布渠道): each has its own numbers, log, keys and portals.</summary>
public static class ReleaseChannels
{
    /// <summary>For everybody, after disclosure control.</summary>
    public const string Public = "public";

    /// <summary>For a province's analysts, unsuppressed; small cells may identify people.</summary>
    public const string Province = "province";

    /// <summary>Published documents, for everybody.</summary>
    public const string Documents = "documents";

    /// <summary>Those of figures, which two people release.</summary>
    public static readonly IReadOnlyList<string> OfFigures = [Public, Province];

    public static readonly IReadOnlyList<string> All = [Public, Province, Documents];
}
