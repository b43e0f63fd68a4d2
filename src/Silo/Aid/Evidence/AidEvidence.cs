using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Policies;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Evidence;

/// <summary>
/// Files behind reports, stages, payments and rosters (协作佐证材料). A partner's lie with its partnership, where the county reads them too; a county's
/// lie with the county alone, since a pay roster has names in it.
/// </summary>
public sealed class AidEvidence(EvidenceFiles files, IRegistryDatabase database)
{
    private const int CountyDigits = 6;

    public EvidenceFiles Files => files;

    /// <summary>With whom a sender's upload is kept, where its address does not say; a sender of several names the one.</summary>
    public static EvidenceKeeper Keeper(string? partnership, string? region, Sender by)
    {
        var codes = AidReach.Partnerships(by);
        if (codes.Length > 0)
        {
            if ((partnership ?? (codes.Length == 1 ? codes[0] : null)) is not { } code) return new(null, QueryRefusal.FilterUnknown, "partnership");
            return by.CoversPartnership(code) ? new(OfPartnership(code)) : new(null, AccessRefusal.ScopeElsewhere, "partnership");
        }
        if ((region ?? (by.Regions() is [var only] ? only : null)) is not { Length: >= CountyDigits } place) return new(null, QueryRefusal.FilterUnknown, "region");
        return by.Covers(place) ? new(OfCounty(place)) : new(null, AccessRefusal.ScopeElsewhere, "region");
    }

    /// <summary>The first of those the sender may read that has the file; null where none has.</summary>
    public async Task<string?> Find(string hash, Sender by, CancellationToken cancellation)
    {
        foreach (var code in AidReach.Partnerships(by))
            if (files.Has(OfPartnership(code), hash)) return OfPartnership(code);
        foreach (var region in by.Regions().Where(region => region.Length == CountyDigits))
            if (files.Has(OfCounty(region), hash)) return OfCounty(region);
        await using var connection = await database.OpenReader(cancellation);
        var near = await PartnershipRows.Read(connection, AidReach.Agreed(by), cancellation);
        return near.Values.Where(each => by.Covers(each.Recipient)).Select(each => OfPartnership(each.Code)).FirstOrDefault(owner => files.Has(owner, hash));
    }

    /// <summary>Of these, what nobody has uploaded: hashes may be sent before their files.</summary>
    /// <param name="partnership">Null of what only the county has.</param>
    public IReadOnlyList<string> Missing(string? partnership, string county, IEnumerable<string> hashes) =>
        [.. hashes.Where(hash => !(partnership is { } code && files.Has(OfPartnership(code), hash)) && !files.Has(OfCounty(county), hash))];

    public static string OfPartnership(string code) => $"partnership-{code}";

    /// <param name="region">The county or any place in it.</param>
    public static string OfCounty(string region) => $"county-{PolicyBook.CountyOf(region)}";
}

/// <summary>With whom a file is kept, or why the sender may not ask.</summary>
/// <param name="Field">The parameter that must say it.</param>
public sealed record EvidenceKeeper(string? Owner, Enum? Refusal = null, string? Field = null);
