using Revitalization.Contracts.Releases;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Regions;

namespace Revitalization.Silo.Releases;

/// <summary>Aid's lines of a release, each set by key, after disclosure control. A partnership that is left out takes all of its own with it.</summary>
/// <param name="threshold">By region: counts of people below it and above zero are small.</param>
public sealed class AidRows(RegionBook regions, Func<string, int> threshold)
{
    public IEnumerable<RowLine> Public(FrozenAid aid)
    {
        var partnerships = aid.Partnerships.Where(row => AidDisclosure.IsFit(row.Code)).OrderBy(row => row.Code, StringComparer.Ordinal).ToList();
        var known = partnerships.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in partnerships) yield return RowLine.Of(Named(row));
        foreach (var row in Of(aid.Plans, row => row.PartnershipCode, row => row.Year.ToString("0000", null))) yield return RowLine.Of(row);
        foreach (var row in Of(aid.PlanLines, row => row.PartnershipCode, row => $"{row.Year:0000}/{row.Field}")) yield return RowLine.Of(row);
        foreach (var row in aid.Reports.Where(row => known.Contains(row.PartnershipCode)).OrderBy(row => row.Id.ToString("D"), StringComparer.Ordinal))
            yield return RowLine.Of(AidDisclosure.Report(row));
        foreach (var row in Of(aid.Pairings, row => row.PartnershipCode, row => row.Id).Select(AidDisclosure.Pairing).OfType<PublicPairing>())
            yield return RowLine.Of(row);
        foreach (var line in OfProjects(aid, known)) yield return line;

        IEnumerable<T> Of<T>(IEnumerable<T> rows, Func<T, string> partnership, Func<T, string> key) => rows.Where(row => known.Contains(partnership(row)))
            .OrderBy(partnership, StringComparer.Ordinal).ThenBy(key, StringComparer.Ordinal);
    }

    private IEnumerable<RowLine> OfProjects(FrozenAid aid, HashSet<string> partnerships)
    {
        var projects = aid.Projects.Where(row => row.PartnershipCode is not { } code || partnerships.Contains(code)).OrderBy(row => row.Id, StringComparer.Ordinal)
            .Select(row => new AidDisclosure(threshold(row.RegionCode)).Project(row, [.. aid.Months[row.Id]])).OfType<PublicProject>().ToList();
        var known = projects.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in projects) yield return RowLine.Of(row);
        foreach (var row in aid.Assets.Where(row => known.Contains(row.ProjectId)).OrderBy(row => row.Id, StringComparer.Ordinal)
            .Select(AidDisclosure.Asset).OfType<PublicAsset>()) yield return RowLine.Of(row);
        foreach (var row in aid.Flows.Where(row => known.Contains(row.ProjectId)).OrderBy(row => row.FundId, StringComparer.Ordinal)
            .ThenBy(row => row.ProjectId, StringComparer.Ordinal).ThenBy(row => row.Field, StringComparer.Ordinal)) yield return RowLine.Of(row);
    }

    // 杭州市萧山区 and 旺苍县: as people call them; the codes beside them leave no doubt.
    private PublicPartnership Named(PublicPartnership row)
    {
        var donor = regions.Ancestors(row.DonorCode).Reverse().Append(regions.Find(row.DonorCode)).OfType<Region>().ToList();
        var named = donor.Count > 1 ? donor.Where(region => region.Level != RegionLevel.Province) : donor;
        return row with { DonorName = string.Concat(named.Select(region => region.Name)), RecipientName = regions.Find(row.RecipientCode)?.Name ?? row.RecipientCode };
    }
}
