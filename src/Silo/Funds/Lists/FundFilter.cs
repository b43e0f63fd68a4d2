using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projects.Lists;
using Revitalization.Silo.Regions;

namespace Revitalization.Silo.Funds.Lists;

/// <summary>Which funds a board shows; every part is optional.</summary>
/// <param name="Fund">One by its name.</param>
/// <param name="Source">Of <see cref="FundTerms.Sources"/>.</param>
public sealed record FundFilter(string? Region = null, int? Year = null, string? Source = null, string? Fund = null)
{
    /// <summary>The first parameter that says what no board knows, or what is not the sender's.</summary>
    public (Enum Refusal, string Field)? Refused(Sender by)
    {
        if (Source is { } source && !FundTerms.Sources.ContainsKey(source)) return (QueryRefusal.FilterUnknown, "source");
        if (Year is < 1979 or > 2100) return (QueryRefusal.FilterUnknown, "year");
        return ProjectFilter.RegionRefused(Region, by);
    }

    /// <summary>As a condition on <c>funds f</c>, without the sender's reach.</summary>
    internal AidCondition Condition()
    {
        var condition = AidCondition.Always;
        if (Region is { } region)
        {
            var within = ProjectReach.Within([RegionNames.Significant(region)], "f.county", "region");
            condition = condition.With(within.Sql, within.Values);
        }
        if (Year is { } year) condition = condition.With("f.year=@year", ("year", (long)year));
        if (Fund is { } fund) condition = condition.With("f.fund=@fund", ("fund", fund));
        return Source is { } source ? condition.With("f.source=@source", ("source", source)) : condition;
    }
}
