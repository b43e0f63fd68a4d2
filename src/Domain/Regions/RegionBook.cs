namespace Revitalization.Domain.Regions;

/// <summary>Every region the product knows without being told (行政区划), in order of code.</summary>
public sealed class RegionBook
{
    private static readonly Lazy<RegionBook> s_shipped = new(() => new(RegionLines.Read(EmbeddedLines.Of("regions.txt"))));

    private readonly Dictionary<string, Region> _byCode;
    private readonly ILookup<string, Region> _byParent;
    private readonly ILookup<string, Region> _byName;

    public RegionBook(IEnumerable<Region> regions)
    {
        All = [.. regions.OrderBy(region => region.Code, StringComparer.Ordinal)];
        _byCode = All.ToDictionary(region => region.Code, StringComparer.Ordinal);
        _byParent = All.ToLookup(region => region.ParentCode ?? "", StringComparer.Ordinal);
        _byName = All.ToLookup(region => region.Name, StringComparer.Ordinal);
    }

    /// <summary>What ships: every province, city and county, and the townships of Zhejiang, Chongqing, Sichuan and Shaanxi.</summary>
    public static RegionBook Shipped => s_shipped.Value;

    public IReadOnlyList<Region> All { get; }

    public Region? Find(string code) => _byCode.GetValueOrDefault(code);

    public Region? Parent(string code) => ParentCode(code) is { } parent ? Find(parent) : null;

    /// <summary>Nearest first; of a village code too, whether or not the village is known.</summary>
    public IEnumerable<Region> Ancestors(string code)
    {
        for (var region = Parent(code); region is not null; region = region.ParentCode is { } parent ? Find(parent) : null)
            yield return region;
    }

    /// <summary>In order of code; the provinces for null.</summary>
    public IEnumerable<Region> Children(string? code) => _byParent[code ?? ""];

    /// <summary>All regions of this exact name: a name never identifies.</summary>
    public IEnumerable<Region> Named(string name) => _byName[name];

    /// <summary>Regions whose name contains the text, nearest the top first, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<Region> Search(string text, int limit = 50) =>
        text.Length == 0 ? [] : [.. All.Where(region => region.Name.Contains(text, StringComparison.Ordinal))
            .OrderBy(region => region.Level).ThenBy(region => region.Code, StringComparer.Ordinal).Take(limit)];

    private string? ParentCode(string code) =>
        VillageCode.IsWellFormed(code) ? VillageCode.Township(code) : Find(code)?.ParentCode;
}
