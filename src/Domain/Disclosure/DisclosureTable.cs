using Revitalization.Domain.Calendar;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// One year's figures with all that links them: regions to their parents, classes to their total, quarters to their year, people
/// to their households. Remainders that nobody publishes but anybody can subtract stand behind the published cells.
/// </summary>
internal sealed class DisclosureTable
{
    private const string Less = DisclosureWords.Less;

    private readonly Dictionary<(string Region, Period Period, string Indicator), int> _index = [];
    private readonly List<DisclosureCell> _cells;
    private readonly List<SumRelation> _relations = [];
    private readonly HashSet<int> _slack = [];

    public DisclosureTable(IEnumerable<DisclosureCell> cells)
    {
        _cells = [.. cells];
        PublishedCount = _cells.Count;
        for (var at = 0; at < _cells.Count; at++) _index.Add((_cells[at].Region, _cells[at].Period, _cells[at].Indicator), at);
        AddClasses();
        AddPeople();
        AddLinks();
        AddRegions();
        AddPeriods();
    }

    /// <summary>Cells from this number on are remainders: never published.</summary>
    public int PublishedCount { get; }

    public IReadOnlyList<DisclosureCell> Cells => _cells;

    public IReadOnlyList<SumRelation> Relations => _relations;

    /// <summary>The people beyond one of each household: it only says that there are no fewer, and few of them tell nothing.</summary>
    public bool IsSlack(int remainder) => _slack.Contains(remainder);

    public int? Find(string region, Period period, string indicator) =>
        _index.TryGetValue((region, period, indicator), out var at) ? at : null;

    private void AddClasses()
    {
        for (var at = 0; at < PublishedCount; at++)
        {
            var total = _cells[at];
            foreach (var classes in IndicatorCatalog.Classifications.Where(classes => classes.Total == total.Indicator))
                AddClass(at, total, classes);
        }
    }

    /// <summary>A part that the table does not hold is nothing there, which a reader knows too; parts that do not make up their total give nothing away.</summary>
    private void AddClass(int at, DisclosureCell total, Classification classes)
    {
        var parts = classes.Parts.Select(part => Find(total.Region, total.Period, part)).OfType<int>().ToArray();
        if (parts.Length == 0) return;
        if (classes.HasRemainder) parts = [.. parts, Remainder(at, parts, $"{classes.Total}{Less}{string.Join(Less, classes.Parts)}")];
        var subtracted = classes.Subtracted is { } part ? Find(total.Region, total.Period, part) ?? -1 : -1;
        var sum = parts.Sum(each => each == subtracted ? -_cells[each].Value : _cells[each].Value);
        if (sum == total.Value) _relations.Add(new(classes.HasRemainder ? SumKind.Rest : SumKind.Classes, at, parts, subtracted));
    }

    /// <summary>Whoever knows the people of a group knows that there are no more households; unless somewhere there are, so that nobody can rely on it.</summary>
    private void AddPeople()
    {
        foreach (var (people, households) in IndicatorCatalog.PeopleOf)
        {
            var pairs = Enumerable.Range(0, PublishedCount).Where(at => _cells[at].Indicator == people)
                .Select(at => (People: at, Households: Find(_cells[at].Region, _cells[at].Period, households))).Where(pair => pair.Households is not null).ToList();
            if (pairs.Exists(pair => _cells[pair.Households!.Value].Value > _cells[pair.People].Value)) continue;
            foreach (var pair in pairs)
            {
                var slack = Remainder(pair.People, [pair.Households!.Value], $"{people}{Less}{households}");
                _slack.Add(slack);
                _relations.Add(new(SumKind.People, pair.People, [pair.Households.Value, slack]));
            }
        }
    }

    private void AddLinks()
    {
        foreach (var links in IndicatorCatalog.Links)
        {
            for (var at = 0; at < PublishedCount; at++)
            {
                var (region, period) = (_cells[at].Region, _cells[at].Period);
                if (_cells[at].Indicator != links[0].Sheet || !links.All(link => ValueOf(region, period, link.Sheet) == ValueOf(region, period, link.Files))) continue;
                foreach (var (sheet, files) in links)
                    if (Find(region, period, sheet) is { } left && Find(region, period, files) is { } right) _relations.Add(new(SumKind.Link, left, [right]));
            }
        }
    }

    private long ValueOf(string region, Period period, string indicator) => Find(region, period, indicator) is { } at ? _cells[at].Value : 0;

    private int Remainder(int total, int[] parts, string name)
    {
        var rest = _cells[total].Value - parts.Sum(part => _cells[part].Value);
        _cells.Add(_cells[total] with { Indicator = name, Value = rest });
        _index.Add((_cells[total].Region, _cells[total].Period, name), _cells.Count - 1);
        return _cells.Count - 1;
    }

    /// <summary>Ratios do not add; a parent whose children do not make it up has children the table does not hold, and gives nothing away.
    /// That remainders add up as well follows from the rest.</summary>
    private void AddRegions()
    {
        var families = Enumerable.Range(0, PublishedCount)
            .Where(at => _cells[at].Parent is not null && IndicatorCatalog.Find(_cells[at].Indicator)?.Additive != false)
            .GroupBy(at => (_cells[at].Parent!, _cells[at].Period, _cells[at].Indicator));
        foreach (var family in families)
        {
            if (Find(family.Key.Item1, family.Key.Period, family.Key.Indicator) is not { } parent) continue;
            int[] children = [.. family];
            if (_cells[parent].Value == children.Sum(child => _cells[child].Value)) _relations.Add(new(SumKind.Regions, parent, children));
        }
    }

    private void AddPeriods()
    {
        for (var at = 0; at < PublishedCount; at++)
        {
            if (_cells[at].Period.Kind == PeriodKind.Year) AddYear(at);
        }
    }

    /// <summary>A year's stock is its last quarter's; a year's flow is the sum of its quarters.</summary>
    private void AddYear(int at)
    {
        var (year, accumulation) = (_cells[at], IndicatorCatalog.Find(_cells[at].Indicator)?.Accumulation);
        if (accumulation is null or Accumulation.Ratio) return;
        int[] quarters = accumulation == Accumulation.Stock ? [4] : [1, 2, 3, 4];
        int[] parts = [.. quarters.Select(quarter => Find(year.Region, Period.OfQuarter(year.Period.Year, quarter), year.Indicator)).OfType<int>()];
        if (parts.Length > 0 && parts.Sum(part => _cells[part].Value) == year.Value) _relations.Add(new(SumKind.Periods, at, parts));
    }
}
