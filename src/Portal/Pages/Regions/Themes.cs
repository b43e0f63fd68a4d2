namespace Revitalization.Portal.Pages.Regions;

/// <summary>The headings under which a region's figures stand, by the beginning of their codes.</summary>
internal static class Themes
{
    private static readonly (string Beginning, string Theme)[] Known =
    [
        ("households", "农户"), ("people", "人口"), ("births", "人口"), ("deaths", "人口"), ("moves", "人口"), ("labour", "劳动力与就业"),
        ("employed", "劳动力与就业"), ("income", "收入"), ("monitoring", "防返贫监测"),
    ];

    private static readonly List<string> Order = [.. Known.Select(known => known.Theme).Distinct(), Other];

    private const string Other = "其他";

    public static string Of(string code) => Known.FirstOrDefault(known => code.StartsWith(known.Beginning, StringComparison.Ordinal)).Theme ?? Other;

    /// <summary>In the order a reader looks for them.</summary>
    public static IReadOnlyList<IGrouping<string, ProfileLine>> Group(IEnumerable<ProfileLine> lines) =>
        [.. lines.GroupBy(line => Of(line.Indicator.Code)).OrderBy(theme => Order.IndexOf(theme.Key))];
}
