using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Apply;

/// <summary>What the guard must know of a release.</summary>
/// <param name="Additive">May be added over regions.</param>
/// <param name="IsStock">A count at a moment: adding two moments counts the same thing twice.</param>
public sealed record IndicatorFacts(string Name, bool Additive, bool IsStock);

/// <summary>Facts of one release, for the guard.</summary>
public interface IReleaseFacts
{
    IReadOnlyDictionary<string, IndicatorFacts> Indicators { get; }

    string? LevelOf(string regionCode);
}

/// <summary>
/// An aggregate never mixes what cannot be added (DESIGN §7). A sum or an average over Observations' Value is answered only when
/// each result has one indicator that is additive, one region level and one kind of period, by its groups or by a filter;
/// a stock (时点数) is summed within one period only.
/// </summary>
internal sealed class Guard(IReleaseFacts release)
{
    public void Check(Chain chain, IReadOnlyList<Expression> keys, IReadOnlyList<Aggregate> aggregates)
    {
        var adding = aggregates.Where(aggregate => aggregate.Method is "sum" or "average" && aggregate.Column.OfValue).ToList();
        if (adding.Count == 0) return;
        if (chain.Facts.IsMixed) Refuse("concat 之后同一个数可能出现多次，不能再相加；请在 concat 的每一支里相加。");
        var grouped = keys.Select(Facts.NameOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (SourceOf(chain.Stage) == AidSets.AidReports)
        {
            CheckUnit(chain.Facts, grouped);
            return;
        }
        CheckIndicator(chain.Facts, grouped);
        CheckLevel(chain.Facts, grouped);
        CheckPeriod(chain.Facts, grouped);
        if (adding.Any(aggregate => aggregate.Method == "sum")) CheckStock(chain.Facts, grouped);
    }

    // Days of people and sheets of silkworm eggs make no sum.
    private static void CheckUnit(Facts facts, HashSet<string> grouped)
    {
        if (!grouped.Contains("Unit") && facts.Only("Unit") is not { Count: <= 1 })
            Refuse("结果里混有不同的计量单位，不能相加；请按 Unit 分组，或用条件限定一个单位。金额（分）可以直接相加。");
    }

    private static SetModel? SourceOf(Stage stage) => stage switch
    {
        Stage.Source source => source.Set,
        Stage.Filter filter => SourceOf(filter.From),
        Stage.Compute compute => SourceOf(compute.From),
        Stage.Group group => SourceOf(group.From),
        Stage.Slice slice => SourceOf(slice.From),
        Stage.Best best => SourceOf(best.From),
        Stage.Concat concat => SourceOf(concat.Branches[0]),
        _ => throw new System.Diagnostics.UnreachableException($"No source of {stage.GetType().Name}."),
    };

    private void CheckIndicator(Facts facts, HashSet<string> grouped)
    {
        if (!grouped.Contains("IndicatorCode") && facts.Only("IndicatorCode") is not { Count: <= 1 })
            Refuse("结果里混有不同的指标，不能相加；请按 IndicatorCode 分组，或用条件限定一个指标。");
        if (Candidates(facts).FirstOrDefault(indicator => !indicator.Value.Additive) is { Key: { } code, Value: var facts1 })
            Refuse($"指标 {code}（{facts1.Name}）不可相加；请限定可加的指标，例如 Indicator/Additive eq true。");
    }

    private void CheckLevel(Facts facts, HashSet<string> grouped)
    {
        if (grouped.Contains("RegionLevel") || grouped.Contains("RegionCode") || facts.Only("RegionLevel") is { Count: <= 1 }) return;
        var levels = facts.Only("RegionCode")?.Select(code => release.LevelOf((string)code)).Distinct().ToList();
        if (levels is not { Count: <= 1 })
            Refuse("结果里混有不同层级的区划，上级已含下级，不能相加；请按 RegionLevel 分组，或用条件限定一个层级。");
    }

    private static void CheckPeriod(Facts facts, HashSet<string> grouped)
    {
        if (grouped.Contains("PeriodKind") || grouped.Contains("Period") || facts.Only("PeriodKind") is { Count: <= 1 }) return;
        if (facts.Only("Period")?.Select(period => KindOf((string)period)).Distinct().Count() is not <= 1)
            Refuse("结果里混有不同种类的时期（年、季、月），年已含季，不能相加；请按 PeriodKind 分组，或用条件限定一种。");
    }

    private void CheckStock(Facts facts, HashSet<string> grouped)
    {
        if (grouped.Contains("Period") || facts.Only("Period") is { Count: <= 1 }) return;
        if (Candidates(facts).FirstOrDefault(indicator => indicator.Value.IsStock) is { Key: { } code, Value: var stock })
            Refuse($"指标 {code}（{stock.Name}）是时点数，不同时期不能相加；请按 Period 分组，或用条件限定一个时期。");
    }

    private IEnumerable<KeyValuePair<string, IndicatorFacts>> Candidates(Facts facts)
    {
        var only = facts.Only("IndicatorCode");
        var onlyAdditive = facts.Only("Indicator/Additive") is { } additive && !additive.Contains(false);
        return release.Indicators
            .Where(indicator => only?.Contains(indicator.Key) ?? true)
            .Where(indicator => !onlyAdditive || indicator.Value.Additive)
            .OrderBy(indicator => indicator.Key, StringComparer.Ordinal);
    }

    private static int KindOf(string period) => period.Contains('Q', StringComparison.Ordinal) ? 2 : period.Length == 4 ? 1 : 3;

    private static void Refuse(string why) => throw QueryFaultException.NotAdditive(why);
}

/// <summary>Facts for chains that add nothing up.</summary>
internal static class NoGuard
{
    public static readonly IReleaseFacts Facts = new Nothing();

    private sealed class Nothing : IReleaseFacts
    {
        public IReadOnlyDictionary<string, IndicatorFacts> Indicators { get; } = new Dictionary<string, IndicatorFacts>(StringComparer.Ordinal);

        public string? LevelOf(string regionCode) => null;
    }
}
