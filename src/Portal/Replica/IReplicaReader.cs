using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>One figure as a page shows it.</summary>
/// <param name="Value">Null when suppressed (<paramref name="Status"/> says so).</param>
public sealed record Figure(
    string RegionCode, string RegionName, string Period, string PeriodKind, string IndicatorCode,
    decimal? Value, string Status, string? Note);

/// <summary>
/// What pages read of the replica. Every call names the release it reads (<see cref="Current"/> or <see cref="AsOf"/>), so
/// that one page never mixes two. Lists are bounded.
/// </summary>
public interface IReplicaReader
{
    /// <summary>The newest release ingested, or null before the first.</summary>
    ReleaseManifest? Current { get; }

    /// <summary>The release that answers for a day: the newest whose AsOf is on or before it; null if none is kept.</summary>
    ReleaseManifest? AsOf(DateOnly day);

    /// <summary>Every release known, newest first.</summary>
    IReadOnlyList<SignedRelease> Releases();

    RegionRow? Region(int release, string code);

    /// <summary>Regions under one, by code; null parent: the provinces.</summary>
    IReadOnlyList<RegionRow> Children(int release, string? parentCode, int limit = 1000);

    /// <summary>Regions that have figures of their own, of one level, by code.</summary>
    IReadOnlyList<RegionRow> RegionsOf(int release, string level, int limit = 1000);

    /// <summary>Regions whose name holds the text (two characters and up).</summary>
    IReadOnlyList<RegionRow> FindRegions(int release, string text, int limit = 50);

    IReadOnlyList<IndicatorRow> Indicators(int release);

    /// <summary>The periods of one kind that have figures, oldest first.</summary>
    IReadOnlyList<string> Periods(int release, string periodKind);

    Figure? Figure(int release, string regionCode, string period, string indicatorCode);

    /// <summary>One indicator of one region through time, oldest first.</summary>
    IReadOnlyList<Figure> Series(int release, string regionCode, string indicatorCode, string periodKind);

    /// <summary>One indicator of the regions under one, at one period, by region code.</summary>
    IReadOnlyList<Figure> Among(int release, string parentCode, string period, string indicatorCode, int limit = 1000);

    /// <summary>All indicators of one region at one period, by indicator code.</summary>
    IReadOnlyList<Figure> Profile(int release, string regionCode, string period);
}
