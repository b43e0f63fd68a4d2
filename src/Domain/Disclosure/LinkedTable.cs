using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// One year's table tied to those of earlier releases. A figure that has been the same since is one and the same unknown in all of them; what it
/// was before stands behind the table, with the sums it stood in. So whoever compares releases solves one system, and so do we.
/// </summary>
internal sealed class LinkedTable
{
    private readonly DisclosureTable _table;
    private readonly List<DisclosureCell> _cells;
    private readonly List<SumRelation> _relations;
    private readonly HashSet<int> _known = [];
    private readonly HashSet<int> _published = [];
    private readonly Dictionary<int, long> _hiddenBefore = [];
    private readonly HashSet<int> _slack = [];
    private readonly Dictionary<(string Region, Period Period, string Indicator), int> _older = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<StatedFigure> _stated;
    private readonly Dictionary<StatedFigure, long> _opened = [];
    private readonly PrintedTwice _twice;

    public LinkedTable(IReadOnlyList<DisclosureCell> cells, PublishedHistory history)
        : this(PrintedTwice.None(cells), history)
    {
    }

    public LinkedTable(PrintedTwice twice, PublishedHistory history)
    {
        (_twice, _table) = (twice, new(twice.Cells));
        _stated = [.. history.Stated];
        foreach (var open in history.Opened)
        {
            var figure = new StatedFigure(twice.Of(open.Region), open.Period, open.Indicator, open.Value);
            _opened[figure] = Math.Min(open.Left, _opened.GetValueOrDefault(figure, long.MaxValue));
        }
        _cells = [.. _table.Cells];
        _relations = [.. _table.Relations];
        CurrentCount = _relations.Count;
        for (var at = PublishedCount; at < _cells.Count; at++)
            if (_table.IsSlack(at)) _slack.Add(at);
        foreach (var stated in _stated) AddStated(stated);
        // Newest first: a figure is the same until the first release, going back, in which it was another.
        for (var release = history.Releases.Count - 1; release >= 0; release--) Add(history.Releases[release], isLast: release == history.Releases.Count - 1);
    }

    public IReadOnlyList<DisclosureCell> Cells => _cells;

    public IReadOnlyList<SumRelation> Relations => _relations;

    /// <summary>Cells up to this number may be published now; then come remainders, then figures of earlier releases.</summary>
    public int PublishedCount => _table.PublishedCount;

    /// <summary>Relations up to this number are of this release.</summary>
    public int CurrentCount { get; }

    /// <summary>A reader has it already; hiding it now would hide nothing.</summary>
    public bool IsKnown(int cell) => _known.Contains(cell);

    /// <summary>Readers have it from a document, and from no release.</summary>
    public bool IsStatedOnly(int cell) => _known.Contains(cell) && !_published.Contains(cell);

    /// <summary>An earlier release hid it, and publishing it now would open that one.</summary>
    public bool WasHidden(int cell) => _hiddenBefore.ContainsKey(cell) && !_known.Contains(cell);

    /// <summary>The interval that an earlier release left to a cell it hid.</summary>
    public long Promised(int cell) => _hiddenBefore.GetValueOrDefault(cell);

    /// <summary>What an earlier release left open of a figure, with two people's knowledge, cannot be closed any more; without bound where nothing was.</summary>
    public long Conceded(int cell) =>
        _opened.GetValueOrDefault(new(_twice.Of(_cells[cell].Region), _cells[cell].Period, _cells[cell].Indicator, _cells[cell].Value), long.MaxValue);

    /// <summary>A figure of an earlier release that was hidden in it and never came out.</summary>
    public bool IsOlderHidden(int cell) => cell >= _table.Cells.Count && WasHidden(cell);

    public bool IsSlack(int cell) => _slack.Contains(cell);

    public int? Find(string region, Period period, string indicator) => _table.Find(_twice.Of(region), period, indicator);

    private void AddStated(StatedFigure stated)
    {
        if (Find(stated.Region, stated.Period, stated.Indicator) is { } at && _cells[at].Value == stated.Value) _known.Add(at);
    }

    private void Add(IReadOnlyList<EarlierFigure> figures, bool isLast)
    {
        var changed = false;
        foreach (var figure in figures)
        {
            if (Same(figure) is { } at && at < PublishedCount) Mark(at, figure);
            else
            {
                changed = true;
                // Who was told nothing then and sees nearly the same now was told.
                if (Find(figure.Region, figure.Period, figure.Indicator) is { } near && isLast && !figure.Published && IsNear(_cells[near], figure.Value)) Mark(near, figure);
            }
        }
        if (changed) Tie(figures);
    }

    /// <summary>Where the figure stands as long as it has not changed; null from the release on, going back, in which it was another.</summary>
    private int? Same(EarlierFigure figure)
    {
        var key = (figure.Region, figure.Period, figure.Indicator);
        var at = _older.TryGetValue(key, out var older) ? older : Find(figure.Region, figure.Period, figure.Indicator);
        return at is { } same && (figure.Value is null || figure.Value == _cells[same].Value) ? same : null;
    }

    private void Mark(int cell, EarlierFigure figure)
    {
        if (figure.Published) _published.Add(cell);
        if (figure.Published) _known.Add(cell);
        else _hiddenBefore[cell] = Math.Max(_hiddenBefore.GetValueOrDefault(cell), Math.Max(1, figure.Width));
    }

    // A nothing is published as nothing.
    private static bool IsNear(DisclosureCell now, long? before) => now.Value != 0 && (before is not { } value || Math.Abs(now.Value - value) < (now.IsCount ? now.Limits.Threshold : now.Limits.Width(value, isCount: false)));

    /// <summary>The sums of an earlier release that say something the present ones do not.</summary>
    private void Tie(IReadOnlyList<EarlierFigure> figures)
    {
        var limits = _cells.Count > 0 ? _cells[0].Limits : DisclosureLimits.Of(2);
        var kept = figures.Where(figure => figure.Value is not null).ToList();
        var earlier = new DisclosureTable(kept.Select(figure => new DisclosureCell(
            figure.Region, figure.Parent, figure.Period, figure.Indicator, figure.Value!.Value, true, LimitsOf(figure, limits))));
        var places = new int[earlier.Cells.Count];
        for (var at = 0; at < kept.Count; at++) places[at] = Place(kept[at], earlier.Cells[at]);
        Array.Fill(places, -1, kept.Count, places.Length - kept.Count);
        foreach (var relation in earlier.Relations.Where(relation => IsNew(relation, places, kept.Count))) Copy(relation, earlier, places);
    }

    private DisclosureLimits LimitsOf(EarlierFigure figure, DisclosureLimits otherwise) =>
        Find(figure.Region, figure.Period, figure.Indicator) is { } now ? _cells[now].Limits : otherwise;

    private int Place(EarlierFigure figure, DisclosureCell cell)
    {
        if (Same(figure) is not { } at)
        {
            _older[(figure.Region, figure.Period, figure.Indicator)] = at = _cells.Count;
            _cells.Add(cell);
            if (_stated.Contains(new(figure.Region, figure.Period, figure.Indicator, cell.Value))) _known.Add(at);
        }
        Mark(at, figure);
        return at;
    }

    private bool IsNew(SumRelation relation, int[] places, int published)
    {
        var cells = relation.Cells.Where(cell => cell < published).Select(cell => places[cell]).ToList();
        // A sum of which nothing changed is the present one; a link may have been dropped since, and still held then.
        if (relation.Kind != SumKind.Link && cells.TrueForAll(cell => cell < PublishedCount)) return false;
        return _seen.Add($"{relation.Kind} {places[relation.Total]} {string.Join(' ', cells.Order())}");
    }

    private void Copy(SumRelation relation, DisclosureTable earlier, int[] places)
    {
        // A place that has one child left is that child now: its sum of then says that the others were nothing, which was published.
        if (relation.Parts.Any(part => places[part] >= 0 && places[part] == places[relation.Total])) return;
        foreach (var remainder in relation.Parts.Where(part => places[part] < 0))
        {
            places[remainder] = _cells.Count;
            if (earlier.IsSlack(remainder)) _slack.Add(_cells.Count);
            _cells.Add(earlier.Cells[remainder]);
        }
        _relations.Add(new(relation.Kind, places[relation.Total], [.. relation.Parts.Select(part => places[part])], relation.Subtracted < 0 ? -1 : places[relation.Subtracted]));
    }
}
