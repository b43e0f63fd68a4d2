namespace Revitalization.Domain.Policies;

/// <summary>
/// The one pack that a county's adoptions amount to on a day. Rule by rule the pack adopted last holds; where it is silent the one
/// before it speaks. A rule keeps the values it had before, so that what began under an older pack keeps its limit.
/// </summary>
public static class PolicyComposition
{
    private const string ColourUnit = "colour";

    /// <param name="adoptions">In the order in which they were recorded; of those that begin on one day the later recorded holds.</param>
    public static PolicyPack Of(string county, IReadOnlyList<Adoption> adoptions, IReadOnlyList<PolicyPack> shipped, DateOnly day)
    {
        var layers = new PolicyLayers(county, adoptions, shipped);
        var holding = layers.On(day);
        var colours = holding.LastOrDefault(pack => pack.Colours.Count > 0);
        var rules = holding.SelectMany(pack => pack.Rules.Keys).Distinct(StringComparer.Ordinal)
            .Select(id => Merged(id, layers, day)).OfType<PolicyRule>().Where(rule => !IsColours(rule)).Concat(Ladders(colours));
        var named = layers.Named(day);
        return new PolicyPack(
            string.Join('+', named.Select(pack => pack.Id)), county, string.Join('、', named.Select(pack => pack.Title)),
            [.. layers.Packs.SelectMany(pack => pack.Documents).DistinctBy(document => document.Id)],
            colours?.Colours ?? [],
            rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal));
    }

    /// <summary>Ladders of colours go with the colours they name: another pack's would name none that the county has.</summary>
    private static IEnumerable<PolicyRule> Ladders(PolicyPack? colours) => colours is null
        ? []
        : colours.Rules.Values.Where(IsColours)
            .Select(rule => rule.WithHistory(rule.History.Select(value => value with { Source = value.Source with { Pack = colours.Id } })));

    /// <summary>The days from which the county's rules may differ from those of the day before.</summary>
    public static IReadOnlyList<DateOnly> Turns(string county, IReadOnlyList<Adoption> adoptions, IReadOnlyList<PolicyPack> shipped)
    {
        var layers = new PolicyLayers(county, adoptions, shipped);
        return [.. layers.Packs.SelectMany(pack => pack.Rules.Keys).Distinct(StringComparer.Ordinal)
            .SelectMany(id => layers.Turns(id, DateOnly.MaxValue)).Distinct().Order()];
    }

    internal static bool IsColours(PolicyRule rule) => rule.Unit.StartsWith(ColourUnit, StringComparison.Ordinal);

    private static PolicyRule? Merged(string id, PolicyLayers layers, DateOnly day)
    {
        var form = Holder(id, layers, day)?.Rules[id];
        if (form is null) return null;
        var values = new List<PolicyValue<object>>();
        foreach (var from in layers.Turns(id, day))
        {
            if (Holder(id, layers, from) is not { } pack || pack.Rules[id].GetType() != form.GetType()) values.Clear(); // Nobody spoke: what was before is no longer meant.
            else Add(values, from, pack, pack.Rules[id].HeldOn(from)!);
        }
        return form.WithHistory(values);
    }

    private static void Add(List<PolicyValue<object>> values, DateOnly from, PolicyPack pack, PolicyValue<object> held)
    {
        var stated = held with { From = from, Source = held.Source with { Pack = pack.Id } };
        if (values.Count == 0 || values[^1].Source != stated.Source || !PolicyComparison.Same(values[^1].Value, stated.Value)) values.Add(stated);
    }

    /// <summary>The last of the packs holding on the day that says something of this rule.</summary>
    private static PolicyPack? Holder(string id, PolicyLayers layers, DateOnly day) =>
        layers.On(day).LastOrDefault(pack => pack.Rules.TryGetValue(id, out var rule) && rule.HeldOn(day) is not null);
}
