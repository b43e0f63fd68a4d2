namespace Revitalization.Domain.Policies;

/// <summary>
/// The packs that lie over one another in a county, day by day, lowest first: the platform's default, then what the county
/// adopted, or, while it has adopted nothing, the packs that ship as its own.
/// </summary>
internal sealed class PolicyLayers
{
    private readonly PolicyPack[] _default;
    private readonly PolicyPack[] _own;
    private readonly (Adoption Adoption, PolicyPack Pack)[] _adopted;

    public PolicyLayers(string county, IReadOnlyList<Adoption> adoptions, IReadOnlyList<PolicyPack> shipped)
    {
        var byId = shipped.ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        _default = [.. shipped.Where(pack => pack.Id == ShippedPacks.DefaultId)];
        _own = [.. shipped.Where(pack => pack.County == county)];
        // A pack that no longer ships says nothing: its rules are not known here.
        _adopted = [.. adoptions.Where(adoption => byId.ContainsKey(adoption.Pack)).OrderBy(adoption => adoption.From)
            .Select(adoption => (adoption, byId[adoption.Pack]))];
    }

    public IEnumerable<PolicyPack> Packs => [.. _default, .. _own, .. _adopted.Select(each => each.Pack)];

    public IReadOnlyList<PolicyPack> On(DateOnly day) => [.. _default, .. Upper(day)];

    /// <summary>What the county would say its rules are: the default is named only where there is nothing else.</summary>
    public IReadOnlyList<PolicyPack> Named(DateOnly day) => Upper(day) is { Length: > 0 } upper ? upper : _default;

    /// <summary>The days up to this one on which a rule's holder or value may change.</summary>
    public IEnumerable<DateOnly> Turns(string rule, DateOnly until)
    {
        var values = Packs.SelectMany(pack => pack.Rules.TryGetValue(rule, out var stated) ? stated.History.Select(value => value.From) : []);
        var adopted = _adopted.SelectMany(each => each.Adoption.Until is { } last && last < DateOnly.MaxValue
            ? new[] { each.Adoption.From, last.AddDays(1) }
            : [each.Adoption.From]);
        return values.Concat(adopted).Where(day => day <= until).Distinct().Order();
    }

    private PolicyPack[] Upper(DateOnly day)
    {
        PolicyPack[] adopted = [.. _adopted.Where(each => each.Adoption.HoldsOn(day)).Select(each => each.Pack)];
        return adopted.Length > 0 ? adopted : [.. _own.Where(pack => HasBegun(pack, day))];
    }

    private static bool HasBegun(PolicyPack pack, DateOnly day) => pack.Rules.Values.Any(rule => rule.HeldOn(day) is not null);
}
