namespace Revitalization.Contracts.Releases;

/// <summary>Names of the entity sets, as they stand in a release's rows and in OData.</summary>
public static class PublicSets
{
    public const string Regions = "Regions";
    public const string Indicators = "Indicators";
    public const string Observations = "Observations";
    public const string Releases = "Releases";
    public const string Partnerships = "Partnerships";
    public const string Plans = "Plans";
    public const string PlanLines = "PlanLines";
    public const string AidReports = "AidReports";
    public const string Pairings = "Pairings";
    public const string Projects = "Projects";
    public const string Assets = "Assets";
    public const string Flows = "Flows";
    public const string Documents = "Documents";
}

/// <summary>A region (行政区划).</summary>
/// <param name="Code">Six digits to county, nine to township, twelve to village.</param>
/// <param name="Level">province, city, county, township or village.</param>
/// <param name="ParentCode">The region above; null for a province.</param>
public sealed record RegionRow(string Code, string Name, string Level, string? ParentCode);

/// <summary>What a figure measures (指标). A code never changes its meaning.</summary>
/// <param name="Additive">Its values may be added over regions of one level.</param>
/// <param name="Protected">Small counts are suppressed before publication.</param>
/// <param name="Accumulation">stock (a count at a moment: never added over time), flow (a sum within a period) or ratio.</param>
public sealed record IndicatorRow(
    string Code, string Name, string Unit, string Definition, string Method, string Source,
    bool Additive, bool Protected, string Accumulation);

/// <summary>One published figure (指标值).</summary>
/// <param name="Period"><c>2023</c>, <c>2023-Q3</c> or <c>2023-09</c>.</param>
/// <param name="PeriodKind">Year, Quarter or Month.</param>
/// <param name="Value">At most four decimals; null when suppressed.</param>
/// <param name="Status">published, suppressed, provisional or revised.</param>
public sealed record ObservationRow(
    string RegionCode, string Period, string IndicatorCode, string RegionLevel, string PeriodKind,
    decimal? Value, string Status, string? Note, int Release);
