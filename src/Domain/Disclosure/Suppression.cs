using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// Suppresses small figures, then as many others as keep every sum from giving one back. Works like who would subtract:
/// a sum with one unknown tells it. Deterministic: the order is that of the table.
/// </summary>
internal sealed class Suppression
{
    private readonly DisclosureTable _table;
    private readonly DisclosureReason[] _reasons;
    private readonly bool[] _unknown;
    private readonly bool[] _guarded;
    private readonly bool[] _learned;
    private readonly List<int>[] _relationsOf;
    private readonly Queue<int> _waiting = new();

    public Suppression(DisclosureTable table)
    {
        _table = table;
        _reasons = new DisclosureReason[table.Cells.Count];
        _unknown = new bool[table.Cells.Count];
        _guarded = new bool[table.Cells.Count];
        _learned = new bool[table.Cells.Count];
        _relationsOf = [.. table.Cells.Select(_ => new List<int>())];
        for (var at = 0; at < table.Relations.Count; at++)
        {
            foreach (var cell in table.Relations[at].Cells) _relationsOf[cell].Add(at);
            _waiting.Enqueue(at);
        }
        for (var at = 0; at < table.Cells.Count; at++) Primary(at);
    }

    public IReadOnlyList<DisclosureReason> Reasons => _reasons;

    /// <summary>A cell nobody may compute: suppressed, or a small remainder.</summary>
    public bool IsGuarded(int cell) => _guarded[cell];

    /// <summary>True where the reader does not have the value in front of them.</summary>
    public bool IsUnpublished(int cell) => cell >= _table.PublishedCount || _reasons[cell] != DisclosureReason.None;

    /// <summary>Until no sum gives anything back.</summary>
    public void Complete()
    {
        while (_waiting.TryDequeue(out var relation)) Defend(_table.Relations[relation]);
    }

    /// <summary>Another cell in some sum with this one is suppressed, a headline only where nothing else is left; false where nothing is.</summary>
    public bool Thicken(int cell)
    {
        var partners = _relationsOf[cell].Select(relation => Partner(_table.Relations[relation])).OfType<int>().ToList();
        if (partners.Count == 0) return false;
        var lesser = partners.FindIndex(partner => !IsHeadline(partner));
        Suppress(partners[Math.Max(lesser, 0)], DisclosureReason.Complementary);
        return true;
    }

    private void Primary(int at)
    {
        var cell = _table.Cells[at];
        if (at >= _table.PublishedCount) _unknown[at] = true;
        if (!cell.Protected) return;
        if (IsSmall(cell)) Guard(at, DisclosureReason.SmallCount);
        else if (HasFewHouseholds(at, cell)) Guard(at, DisclosureReason.FewHouseholds);
    }

    private bool HasFewHouseholds(int at, DisclosureCell cell) => at < _table.PublishedCount
        && IndicatorCatalog.Find(cell.Indicator) is { } indicator
        && IndicatorCatalog.GuardOf(indicator, cell.Period.Kind) is { } guard
        && _table.Find(cell.Region, cell.Period, guard) is { } households
        && IsSmall(_table.Cells[households]);

    /// <summary>Of counts only: money is neither small nor large, its guard says whose it is.</summary>
    private static bool IsSmall(DisclosureCell cell) =>
        cell.Value > 0 && cell.Value < cell.Threshold && (IndicatorCatalog.Find(cell.Indicator)?.Scale ?? 0) == 0;

    private void Guard(int at, DisclosureReason reason)
    {
        _guarded[at] = _unknown[at] = true;
        if (at < _table.PublishedCount) _reasons[at] = reason;
    }

    private void Suppress(int at, DisclosureReason reason)
    {
        Guard(at, reason);
        foreach (var relation in _relationsOf[at]) _waiting.Enqueue(relation);
        Forget(at);
    }

    /// <summary>What was subtracted from a figure that is now hidden is no longer known, nor what was subtracted from that.</summary>
    private void Forget(int hidden)
    {
        var gone = new Stack<int>([hidden]);
        while (gone.TryPop(out var cell))
        {
            foreach (var remainder in _relationsOf[cell].SelectMany(relation => _table.Relations[relation].Cells).Where(each => _learned[each]).ToList())
            {
                (_learned[remainder], _unknown[remainder]) = (false, true);
                foreach (var relation in _relationsOf[remainder]) _waiting.Enqueue(relation);
                gone.Push(remainder);
            }
        }
    }

    private void Defend(SumRelation relation)
    {
        var unknown = relation.Cells.Where(cell => _unknown[cell]).ToList();
        if (unknown.Count == 1 && !_guarded[unknown[0]]) Learn(unknown[0]);
        else if ((unknown.Count == 1 || IsTight(relation, unknown)) && unknown.Exists(cell => _guarded[cell])) Cover(relation);
    }

    /// <summary>A large remainder that can be subtracted is as good as published.</summary>
    private void Learn(int remainder)
    {
        (_learned[remainder], _unknown[remainder]) = (true, false);
        foreach (var relation in _relationsOf[remainder]) _waiting.Enqueue(relation);
    }

    private void Cover(SumRelation relation)
    {
        if (Partner(relation) is { } partner) Suppress(partner, DisclosureReason.Complementary);
        else if (relation.Cells.FirstOrDefault(cell => cell >= _table.PublishedCount && !_unknown[cell], -1) is >= 0 and var remainder) Hide(remainder);
    }

    /// <summary>A remainder is hidden by suppressing what it would be computed from.</summary>
    private void Hide(int remainder)
    {
        Suppress(remainder, DisclosureReason.Complementary);
        Suppress(_table.Behind(remainder), DisclosureReason.Complementary);
    }

    /// <summary>Known to be small, parts that add up to all ones (or all the most they can be) are known exactly.</summary>
    private bool IsTight(SumRelation relation, List<int> unknown)
    {
        if (unknown.Count == 0 || _unknown[relation.Total] || relation.Subtracted >= 0) return false;
        if (!unknown.TrueForAll(cell => IsSmall(_table.Cells[cell]))) return false;
        var sum = unknown.Sum(cell => _table.Cells[cell].Value);
        return sum == unknown.Count || sum == unknown.Sum(cell => _table.Cells[cell].Threshold - 1L);
    }

    /// <summary>The smallest part that is not nothing, then the total, then a zero: as little as possible is lost. A headline goes last of all.</summary>
    private int? Partner(SumRelation relation)
    {
        var parts = relation.Parts.Where(IsShown).OrderBy(IsHeadline).ThenBy(part => Math.Abs(_table.Cells[part].Value)).ToList();
        var some = parts.FindIndex(part => _table.Cells[part].Value != 0);
        if (some >= 0) return parts[some];
        if (parts.Count > 0 && IsHeadline(relation.Total)) return parts[0];
        if (IsShown(relation.Total)) return relation.Total;
        return parts.Count > 0 ? parts[0] : null;
    }

    /// <summary>How many households and people a place has is what every reader looks for first.</summary>
    private bool IsHeadline(int cell) => _table.Cells[cell].Indicator is IndicatorCodes.HouseholdsAll or IndicatorCodes.PeopleAll;

    private bool IsShown(int cell) => cell < _table.PublishedCount && _reasons[cell] == DisclosureReason.None;
}
