using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Villages;

/// <summary>A figure read on villages other than those it was counted on.</summary>
/// <param name="Value">Null where it cannot be told apart.</param>
/// <param name="Summed">Codes whose figures were added.</param>
/// <param name="Note">Why there is no value, in Chinese.</param>
public sealed record LineageReading(long? Value, IReadOnlyList<string> Summed, string? Note)
{
    internal const string NotSeparable = "建制调整后无法拆分";
}

/// <summary>
/// Reads a series on old or on new villages (村级建制调整). Merging is exact forwards: a new village's past is the sum of
/// those it was made of. Splitting is exact backwards: an old village's present is the sum of those made of it alone.
/// What would need a household's past to be divided is not guessed.
/// </summary>
public sealed class VillageLineage
{
    private readonly Dictionary<string, VillageStanding> _byCode;
    private readonly ILookup<string, string> _predecessors;

    public VillageLineage(IEnumerable<VillageStanding> villages)
    {
        _byCode = villages.ToDictionary(village => village.Code, StringComparer.Ordinal);
        _predecessors = _byCode.Values
            .SelectMany(village => village.Successors.Select(successor => (Successor: successor, village.Code)))
            .ToLookup(edge => edge.Successor, edge => edge.Code, StringComparer.Ordinal);
    }

    /// <summary>The villages that stand on the day in the place of this one: itself, or those that followed it.</summary>
    public IReadOnlyList<string> StandingFor(string code, DateOnly day)
    {
        var standing = new SortedSet<string>(StringComparer.Ordinal);
        Follow(code, day, standing, []);
        return [.. standing];
    }

    /// <summary>The figure of a period, of the village as it stands now: its own and those of all it was made of.</summary>
    public LineageReading OnNew(string village, Period period, Func<string, Period, long> valueOf)
    {
        var summed = new List<string>();
        var total = 0L;
        foreach (var code in WithAncestors(village))
        {
            var value = valueOf(code, period);
            if (value == 0) continue;
            if (!LeadsOnlyTo(code, village)) return new(null, [], LineageReading.NotSeparable);
            total += value;
            summed.Add(code);
        }
        return new(total, summed, null);
    }

    /// <summary>The figure of a period, of the village as it once stood: its own and those of all made of it alone.</summary>
    public LineageReading OnOld(string village, Period period, Func<string, Period, long> valueOf)
    {
        var summed = new List<string>();
        var total = 0L;
        foreach (var code in WithDescendants(village))
        {
            var value = valueOf(code, period);
            if (value == 0) continue;
            if (!ComesOnlyFrom(code, village)) return new(null, [], LineageReading.NotSeparable);
            total += value;
            summed.Add(code);
        }
        return new(total, summed, null);
    }

    private void Follow(string code, DateOnly day, SortedSet<string> standing, HashSet<string> seen)
    {
        if (!seen.Add(code) || !_byCode.TryGetValue(code, out var village)) return;
        if (village.Until is not { } until || day < until)
        {
            standing.Add(code);
            return;
        }
        foreach (var successor in village.Successors) Follow(successor, day, standing, seen);
    }

    private IEnumerable<string> WithAncestors(string code) => Reached(code, next => _predecessors[next]);

    private IEnumerable<string> WithDescendants(string code) => Reached(code, Successors);

    private IReadOnlyList<string> Successors(string code) => _byCode.TryGetValue(code, out var village) ? village.Successors : [];

    /// <summary>Every way forward from the code passes through the village.</summary>
    private bool LeadsOnlyTo(string code, string village) =>
        Avoiding(code, village, Successors).All(reached => Successors(reached).Count > 0);

    private bool ComesOnlyFrom(string code, string village) =>
        Avoiding(code, village, next => _predecessors[next]).All(reached => _predecessors[reached].Any());

    private static IEnumerable<string> Avoiding(string code, string village, Func<string, IEnumerable<string>> next) =>
        code == village ? [] : Reached(code, from => next(from).Where(to => to != village));

    private static IEnumerable<string> Reached(string start, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var code))
        {
            yield return code;
            foreach (var reached in next(code).Where(seen.Add)) waiting.Enqueue(reached);
        }
    }
}
