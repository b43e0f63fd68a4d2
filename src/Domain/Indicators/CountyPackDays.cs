using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Indicators;

/// <summary>
/// The packs of counties over all days, as adoptions up to one point of the log say. Composed once for each stretch of days on which
/// nothing in them changes.
/// </summary>
/// <param name="adoptions">A county's adoptions, by its six-digit code.</param>
public sealed class CountyPackDays(Func<string, IReadOnlyList<Adoption>> adoptions, IReadOnlyList<PolicyPack> shipped)
{
    private const int CountyDigits = 6;

    private readonly Dictionary<string, IReadOnlyList<DateOnly>> _turns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string County, DateOnly Turn), PolicyPack> _composed = [];

    public PolicyPack On(string village, DateOnly day)
    {
        var county = CountyOf(village);
        var turn = Turns(county).LastOrDefault(each => each <= day, DateOnly.MinValue);
        if (!_composed.TryGetValue((county, turn), out var pack))
            _composed[(county, turn)] = pack = PolicyComposition.Of(county, adoptions(county), shipped, turn);
        return pack;
    }

    /// <summary>Days from which a household in these villages, each from its day, goes by other rules than the day before.</summary>
    public IReadOnlyList<DateOnly> Days(IEnumerable<(DateOnly From, string Village)> stays)
    {
        var all = stays.ToList();
        return [.. all.Select(stay => stay.From).Concat(all.Select(stay => CountyOf(stay.Village)).Distinct(StringComparer.Ordinal).SelectMany(Turns)).Distinct().Order()];
    }

    public static string CountyOf(string village) => village[..CountyDigits];

    private IReadOnlyList<DateOnly> Turns(string county)
    {
        if (_turns.TryGetValue(county, out var known)) return known;
        var adopted = adoptions(county);
        var edges = adopted.Select(each => each.From)
            .Concat(adopted.Select(each => each.Until).OfType<DateOnly>().Where(day => day < DateOnly.MaxValue).Select(day => day.AddDays(1)));
        var values = shipped.Where(pack => pack.Id == ShippedPacks.DefaultId || pack.County == county || adopted.Any(each => each.Pack == pack.Id))
            .SelectMany(pack => pack.Rules.Values).SelectMany(rule => rule.History).Select(value => value.From);
        return _turns[county] = [.. edges.Concat(values).Distinct().Order()];
    }
}
