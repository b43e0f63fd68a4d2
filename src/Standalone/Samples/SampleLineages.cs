using Revitalization.Contracts.Villages;

namespace Revitalization.Standalone.Samples;

/// <summary>
/// 太平场村 was merged in 2021 of 骡子坡村, 青山梁村 and 太平社区; 海山村 of the former 海山村, 过街楼村 and 海山坝村 (site review of
/// 2023; the day and the codes are derived). No sheet of the national system says so: it goes in by the villages' own addresses.
/// </summary>
public static class SampleLineages
{
    private static readonly (SampleVillage Village, string[] Names)[] Mergers =
    [
        (NamedVillages.Taipingchang, ["骡子坡村", "青山梁村", "太平社区"]),
        (NamedVillages.Haishan, ["海山村(原)", "过街楼村", "海山坝村"]),
    ];

    /// <summary>What to put where, in this order, once the county's villages are registered.</summary>
    public static IEnumerable<(string Address, object Body)> Of(SampleCounty county)
    {
        foreach (var (village, names) in Mergers.Where(merger => county.Villages.Any(village => village.Code == merger.Village.Code)))
        {
            for (var place = 0; place < names.Length; place++)
            {
                var address = FormattableString.Invariant($"/api/villages/{village.Code[..9]}{911 + place}");
                yield return (address, new VillageBody(names[place], village.EstablishedOn.AddYears(-15)));
                yield return ($"{address}/lineage/merged", new LineageBody(village.EstablishedOn, [village.Code]));
            }
        }
    }
}
