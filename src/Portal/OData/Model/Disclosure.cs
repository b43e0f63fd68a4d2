using System.Collections.Frozen;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Documents;

namespace Revitalization.Portal.OData.Model;

/// <summary>The sets of the container <c>Disclosure</c>. Public names never change: a new meaning is a new name.</summary>
public static class Disclosure
{
    internal const string ThisRelease = "release = @release";

    public static readonly SetModel Regions = new(
        PublicSets.Regions, "Region", "regions", ThisRelease, ["Code"],
        [
            new("Code", DataType.Text, "code", "区划代码"), new("Name", DataType.Text, "name", "名称"), new("Level", DataType.Text, "level", "层级"),
            new("ParentCode", DataType.Text, "parent_code", "上级代码", Nullable: true),
        ],
        [
            new("Parent", PublicSets.Regions, Many: false, "ParentCode", "Code"),
            new("Children", PublicSets.Regions, Many: true, "Code", "ParentCode"),
        ], "name");

    public static readonly SetModel Indicators = new(
        PublicSets.Indicators, "Indicator", "indicators", ThisRelease, ["Code"],
        [
            new("Code", DataType.Text, "code", "指标代码"), new("Name", DataType.Text, "name", "名称"), new("Unit", DataType.Text, "unit", "单位"),
            new("Definition", DataType.Text, "definition", "定义"), new("Method", DataType.Text, "method", "计算方法"),
            new("Source", DataType.Text, "source", "来源"), new("Additive", DataType.Boolean, "additive", "可加"),
            new("Protected", DataType.Boolean, "protected", "受保护"),
        ],
        [], "name || char(10) || definition");

    public static readonly SetModel Observations = new(
        PublicSets.Observations, "Observation", "observations", ThisRelease, ["RegionCode", "Period", "IndicatorCode"],
        [
            new("RegionCode", DataType.Text, "region_code", "区划代码"), new("Period", DataType.Text, "period", "时期"),
            new("IndicatorCode", DataType.Text, "indicator_code", "指标代码"), new("RegionLevel", DataType.Text, "region_level", "区划层级"),
            new("PeriodKind", DataType.Text, "period_kind", "时期类型"), new("Value", DataType.Decimal, "value", "数值", Nullable: true),
            new("Status", DataType.Text, "status", "状态"), new("Note", DataType.Text, "note", "说明", Nullable: true),
            new("Release", DataType.Int32, "release", "发布编号"),
        ],
        [
            new("Region", PublicSets.Regions, Many: false, "RegionCode", "Code"),
            new("Indicator", PublicSets.Indicators, Many: false, "IndicatorCode", "Code"),
        ], "name"); // Found by the names of its region and its indicator.

    // A reader of an old release sees the releases that there were then.
    public static readonly SetModel Releases = new(
        PublicSets.Releases, "Release", "releases", "number <= @release", ["Number"],
        [
            new("Number", DataType.Int32, "number", "发布编号"), new("PublishedAt", DataType.Time, "published_at", "发布时间"),
            new("AsOf", DataType.Date, "as_of", "数据日期"), new("Rows", DataType.Int64, "rows", "行数"),
            new("MerkleRoot", DataType.Text, "merkle_root", "默克尔根"), new("PreviousRoot", DataType.Text, "previous_root", "上期默克尔根", Nullable: true),
            new("Corrects", DataType.Int32, "corrects", "更正的发布", Nullable: true), new("Signature", DataType.Text, "signature", "签名"),
        ],
        []);

    /// <summary>The sets of aid between partners, whose tables follow from their properties.</summary>
    public static readonly IReadOnlyList<SetModel> OfAid =
    [
        AidSets.Partnerships, AidSets.Plans, AidSets.PlanLines, AidSets.AidReports, AidSets.Pairings, ProjectSets.Projects, ProjectSets.Assets, ProjectSets.Flows,
    ];

    public static readonly IReadOnlyList<SetModel> InOrder = [Regions, Indicators, Observations, .. OfAid, DocumentSets.Documents, Releases];

    public static readonly FrozenDictionary<string, SetModel> Sets = InOrder.ToFrozenDictionary(set => set.Name, StringComparer.Ordinal);
}
