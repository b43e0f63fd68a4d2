using System.Collections.Frozen;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.OData.Model;

/// <summary>The sets of the container <c>Disclosure</c>. Public names never change: a new meaning is a new name.</summary>
public static class Disclosure
{
    private const string ThisRelease = "release = @release";

    public static readonly SetModel Regions = new(
        PublicSets.Regions, "Region", "regions", ThisRelease, ["Code"],
        [
            new("Code", DataType.Text, "code"), new("Name", DataType.Text, "name"), new("Level", DataType.Text, "level"),
            new("ParentCode", DataType.Text, "parent_code", Nullable: true),
        ],
        [
            new("Parent", PublicSets.Regions, Many: false, "ParentCode", "Code"),
            new("Children", PublicSets.Regions, Many: true, "Code", "ParentCode"),
        ]);

    public static readonly SetModel Indicators = new(
        PublicSets.Indicators, "Indicator", "indicators", ThisRelease, ["Code"],
        [
            new("Code", DataType.Text, "code"), new("Name", DataType.Text, "name"), new("Unit", DataType.Text, "unit"),
            new("Definition", DataType.Text, "definition"), new("Method", DataType.Text, "method"),
            new("Source", DataType.Text, "source"), new("Additive", DataType.Boolean, "additive"),
            new("Protected", DataType.Boolean, "protected"),
        ],
        []);

    public static readonly SetModel Observations = new(
        PublicSets.Observations, "Observation", "observations", ThisRelease, ["RegionCode", "Period", "IndicatorCode"],
        [
            new("RegionCode", DataType.Text, "region_code"), new("Period", DataType.Text, "period"),
            new("IndicatorCode", DataType.Text, "indicator_code"), new("RegionLevel", DataType.Text, "region_level"),
            new("PeriodKind", DataType.Text, "period_kind"), new("Value", DataType.Decimal, "value", Nullable: true),
            new("Status", DataType.Text, "status"), new("Note", DataType.Text, "note", Nullable: true),
            new("Release", DataType.Int32, "release"),
        ],
        [
            new("Region", PublicSets.Regions, Many: false, "RegionCode", "Code"),
            new("Indicator", PublicSets.Indicators, Many: false, "IndicatorCode", "Code"),
        ]);

    // A reader of an old release sees the releases that there were then.
    public static readonly SetModel Releases = new(
        PublicSets.Releases, "Release", "releases", "number <= @release", ["Number"],
        [
            new("Number", DataType.Int32, "number"), new("PublishedAt", DataType.Time, "published_at"),
            new("AsOf", DataType.Date, "as_of"), new("Rows", DataType.Int64, "rows"),
            new("MerkleRoot", DataType.Text, "merkle_root"), new("PreviousRoot", DataType.Text, "previous_root", Nullable: true),
            new("Corrects", DataType.Int32, "corrects", Nullable: true), new("Signature", DataType.Text, "signature"),
        ],
        []);

    public static readonly FrozenDictionary<string, SetModel> Sets =
        new[] { Regions, Indicators, Observations, Releases }.ToFrozenDictionary(set => set.Name, StringComparer.Ordinal);

    public static readonly IReadOnlyList<SetModel> InOrder = [Regions, Indicators, Observations, Releases];
}
