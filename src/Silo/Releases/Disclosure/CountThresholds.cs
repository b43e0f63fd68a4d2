using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Policies;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>From which number on counts of households and people may be told (公布门槛), by the pack of the county they are about: one rule for figures, documents and aid.</summary>
public sealed class CountThresholds(PolicyBook policies)
{
    private const int CountyDigits = 6;

    public async Task<int> Of(string region, DateOnly day, CancellationToken cancellation) => (await Of([region], day, cancellation))(region);

    /// <summary>For these places, each county's pack read once.</summary>
    public async Task<Func<string, int>> Of(IEnumerable<string> regions, DateOnly day, CancellationToken cancellation)
    {
        var held = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var county in regions.Select(PolicyBook.CountyOf).Distinct(StringComparer.Ordinal))
        {
            if (county.Length == CountyDigits) await policies.EnsureAll(county, cancellation);
            held[county] = DisclosureRules.CountThreshold(policies.For(county, day), day);
        }
        return region => held[PolicyBook.CountyOf(region)];
    }
}
