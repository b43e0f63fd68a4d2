using Revitalization.Domain.Projects;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Policies;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>By when the next stage is due, by each county's pack of the day on which the present one was reached. Derived when it is read: no row goes stale.</summary>
internal sealed class StageLimits(PolicyBook policies)
{
    private readonly Dictionary<string, CountyPacks> _packs = new(StringComparer.Ordinal);

    public DateOnly? DueOn(string region, string stage, DateOnly on)
    {
        if (Terms.Find<ProjectStage>(stage) is not { } reached || StageRules.Next(reached) is null) return null;
        var county = PolicyBook.CountyOf(region);
        if (!_packs.TryGetValue(county, out var packs)) _packs[county] = packs = new(policies, county);
        return new StageRules(packs.On(on)).NextDueOn(reached, on);
    }
}
