using Revitalization.Hosting.Neighbours;

namespace Revitalization.Portal;

/// <summary>How one portal runs. It shares nothing with another: its own replica file, its own pinned key.</summary>
/// <param name="Urls">Where it listens, such as <c>http://127.0.0.1:0</c>.</param>
/// <param name="DataDirectory">Holds <c>portal.db</c> and the released rows.</param>
/// <param name="ReleaseSource">The Silo's address; releases are pulled from its <c>/releases</c>. Null serves what the replica holds.</param>
/// <param name="PinnedKey">Public key (JWK, JSON text) that every release must be signed with.</param>
public sealed record PortalOptions(string Urls, string DataDirectory, Uri? ReleaseSource, string? PinnedKey)
{
    /// <summary>public or province.</summary>
    public string Channel { get; init; } = "public";

    /// <summary>Read afresh before each pull when <see cref="PinnedKey"/> is null: the file an operator put the key in.</summary>
    public string? PinnedKeyFile { get; init; }

    /// <summary>The file with the key that the source wants for a channel that is not public; null: it wants none.</summary>
    public string? FeedKeyFile { get; init; }

    /// <summary>Signed in, unsuppressed, audited.</summary>
    public bool IsProvince => Channel == Contracts.Releases.ReleaseChannels.Province;

    /// <summary>Where the outside finds this portal's OData service.</summary>
    public string ServicePath => IsProvince ? Province.ProvincePaths.Service : "/odata/";

    /// <summary>How often it asks for a newer release.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Older releases whose rows are kept for <c>?asOf=</c>; manifests are kept for good.</summary>
    public int ReleasesKept { get; init; } = 12;

    /// <summary>Rows of a page, and the most that <c>odata.maxpagesize</c> may ask for.</summary>
    public int PageRows { get; init; } = 1000;

    /// <summary>Memory for whole answers that are asked for again; 0: every answer is worked out anew.</summary>
    public int AnswersKeptBytes { get; init; } = 64 << 20;

    /// <summary>A query that runs longer is stopped and refused.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A download that takes longer is cut off.</summary>
    public TimeSpan ExportTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Disk for whole sets written once per release; what does not fit is streamed. 0: everything is.</summary>
    public long PreparedBytes { get; init; } = 8L << 30;

    /// <summary>Where /health and /metrics listen; null: an ephemeral loopback port.</summary>
    public string? InternalUrls { get; init; }

    /// <summary>What the outside calls this service (links in OData); null: as the request came.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Who answers for the site, named on every page.</summary>
    public SiteOwner Owner { get; init; } = new();

    /// <summary>The services of this process; null: it is the only one.</summary>
    public Neighbourhood? Neighbours { get; init; }

    /// <summary>Lowest level written to the log.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
