using Revitalization.Domain.Policies;
using Revitalization.Silo.Policies;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>One county's packs over all days: composed once for each stretch of days on which nothing in them changes.</summary>
internal sealed class CountyPacks
{
    private readonly PolicyBook _policies;
    private readonly string _county;
    private readonly Dictionary<DateOnly, PolicyPack> _composed = [];

    public CountyPacks(PolicyBook policies, string county)
    {
        (_policies, _county) = (policies, county);
        var adoptions = policies.Adoptions(county).Adoptions;
        var edges = adoptions.Select(each => each.From).Concat(adoptions.Select(each => each.Until).OfType<DateOnly>().Where(day => day < DateOnly.MaxValue).Select(day => day.AddDays(1)));
        var values = PolicyBook.Shipped.Where(pack => pack.Id == ShippedPacks.DefaultId || pack.County == county || adoptions.Any(each => each.Pack == pack.Id))
            .SelectMany(pack => pack.Rules.Values).SelectMany(rule => rule.History).Select(value => value.From);
        Turns = [.. edges.Concat(values).Distinct().Order()];
    }

    /// <summary>The days from which rules differ from those of the day before.</summary>
    public IReadOnlyList<DateOnly> Turns { get; }

    public PolicyPack On(DateOnly day)
    {
        var turn = Turns.LastOrDefault(each => each <= day, DateOnly.MinValue);
        if (!_composed.TryGetValue(turn, out var pack)) _composed[turn] = pack = _policies.For(_county, turn);
        return pack;
    }
}
