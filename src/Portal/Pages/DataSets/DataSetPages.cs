using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.DataSets;

/// <param name="About">What one row of the set is.</param>
public sealed record DataSet(SetModel Set, string Title, string About, long? Rows);

public sealed record DataSetsView(ReleaseManifest? Release, IReadOnlyList<DataSet> Sets);

/// <summary><c>/data/</c>: every set with its fields and its files (数据集).</summary>
internal static class DataSetPages
{
    private static readonly (SetModel Set, string Title, string About)[] Known =
    [
        (Disclosure.Observations, "指标数值", "一行是一个地区、一个时期、一项指标的数值；不予公布的数值留空，状态为 suppressed。"),
        (Disclosure.Regions, "地区", "一行是一个地区，从省到村；上级代码把各级连起来。"),
        (Disclosure.Indicators, "指标", "一行是一项指标：定义、单位、算法和依据；编码的含义永不改变。"),
        (Disclosure.Releases, "发布", "一行是一次发布：编号、数据日期、行数、根散列和签名。"),
    ];

    public static void Map(WebApplication app) => app.MapGet("/data/", Show).AllowAnonymous();

    private static ReleasedPage<DataSetsPage, DataSetsView> Show(IReplicaReader replica) =>
        new(replica.Current, new(replica.Current, [.. Known.Select(set => new DataSet(set.Set, set.Title, set.About, Rows(replica.Current, set.Set.Name)))]));

    // A set of which the manifest counts no rows (the releases themselves) shows none.
    private static long? Rows(ReleaseManifest? release, string set) =>
        release is not null && release.RowCounts.TryGetValue(set, out var rows) ? rows : null;
}
