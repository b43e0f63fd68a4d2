using Revitalization.Domain.Disclosure;

namespace Revitalization.Domain.Policies;

/// <summary>A rule of a pack. Kinds are typed; there is no scripting language, so an official can read what a rule can say.</summary>
/// <param name="Id">One name in every pack, such as <c>monitoring.colour.elapsed</c>, so that packs can be compared.</param>
/// <param name="Unit">Of the value, such as <c>fen/person/year</c>.</param>
public abstract record PolicyRule(string Id, string Title, string Unit)
{
    /// <summary>Every value the rule ever had, oldest first, for comparison and display.</summary>
    public abstract IReadOnlyList<PolicyValue<object>> History { get; }

    /// <summary>What held on a day, whatever its type; null before the rule began.</summary>
    public PolicyValue<object>? HeldOn(DateOnly day) => History.LastOrDefault(dated => dated.From <= day);

    /// <summary>The same rule with other values of its own type.</summary>
    internal abstract PolicyRule WithHistory(IEnumerable<PolicyValue<object>> history);
}

/// <summary>A rule whose values are of one type.</summary>
public abstract record PolicyRule<TValue>(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<TValue>> Values)
    : PolicyRule(Id, Title, Unit)
    where TValue : notnull
{
    public override IReadOnlyList<PolicyValue<object>> History =>
        [.. Values.Select(dated => new PolicyValue<object>(dated.From, dated.Value, dated.Source))];

    internal override PolicyRule WithHistory(IEnumerable<PolicyValue<object>> history) =>
        this with { Values = [.. history.Select(dated => new PolicyValue<TValue>(dated.From, (TValue)dated.Value, dated.Source))] };

    /// <summary>The value that holds on a day; null before the rule began.</summary>
    public PolicyValue<TValue>? On(DateOnly day) => Values.LastOrDefault(dated => dated.From <= day);
}

/// <summary>Which side of an amount is hit: both sides of the limit are stated, never guessed.</summary>
public enum Comparison
{
    Below = 1,   // 低于
    AtMost = 2,  // 不高于
    AtLeast = 3, // 不低于
    Above = 4,   // 高于
}

/// <summary>阈值: a household or village is flagged when its figure lies on the stated side.</summary>
public sealed record ThresholdRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<Threshold>> Values)
    : PolicyRule<Threshold>(Id, Title, Unit, Values);

public sealed record Threshold(Comparison Comparison, long Amount);

/// <summary>下限: the figure must be at least this.</summary>
public sealed record FloorRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<Floor>> Values)
    : PolicyRule<Floor>(Id, Title, Unit, Values);

public sealed record Floor(long Least);

/// <summary>区间: both ends belong to it.</summary>
public sealed record RangeRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<AmountRange>> Values)
    : PolicyRule<AmountRange>(Id, Title, Unit, Values);

public sealed record AmountRange(long Least, long Most);

/// <summary>占比: numerator over denominator must reach the stated share.</summary>
public sealed record RatioRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<Share>> Values)
    : PolicyRule<Share>(Id, Title, Unit, Values);

/// <param name="BasisPoints">1500 is 15 %.</param>
public sealed record Share(string Numerator, string Denominator, long BasisPoints);

/// <summary>按比例封顶: a share of an amount, never above the cap.</summary>
public sealed record CappedPercentageRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<CappedPercentage>> Values)
    : PolicyRule<CappedPercentage>(Id, Title, Unit, Values);

/// <param name="CapFen">Null where the clause states no cap.</param>
public sealed record CappedPercentage(long BasisPoints, long? CapFen);

/// <summary>按单位: so much for each unit.</summary>
public sealed record PerUnitRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<PerUnit>> Values)
    : PolicyRule<PerUnit>(Id, Title, Unit, Values);

public sealed record PerUnit(long Fen, string Of);

/// <summary>阶梯: the last step whose limit is passed names the result.</summary>
public sealed record LadderRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<Ladder>> Values)
    : PolicyRule<Ladder>(Id, Title, Unit, Values);

/// <param name="Boundary">Whether a step begins at its limit (<see cref="Comparison.AtLeast"/>) or beyond it (<see cref="Comparison.Above"/>).</param>
public sealed record Ladder(Comparison Boundary, IReadOnlyList<LadderStep> Steps);

public sealed record LadderStep(long Limit, string Label);

/// <summary>时限: so many days or months after something, or by a day of the year.</summary>
public sealed record DeadlineRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<TimeLimit>> Values)
    : PolicyRule<TimeLimit>(Id, Title, Unit, Values);

/// <param name="After">What starts the clock, such as <c>clue-received</c>.</param>
public sealed record TimeLimit(int Count, TimeUnit Unit, string After);

public enum TimeUnit
{
    WorkingDays = 1,  // 工作日
    CalendarDays = 2, // 自然日
    Months = 3,       // 月
}

/// <summary>是否: a condition that a county sets or does not set.</summary>
public sealed record SwitchRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<Switch>> Values)
    : PolicyRule<Switch>(Id, Title, Unit, Values);

public sealed record Switch(bool On);

/// <summary>月份: something is done in these months of every year, such as 集中排查 in April and October.</summary>
public sealed record CalendarRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<YearMonths>> Values)
    : PolicyRule<YearMonths>(Id, Title, Unit, Values);

/// <param name="Months">1 to 12, rising.</param>
public sealed record YearMonths(IReadOnlyList<int> Months)
{
    public bool Equals(YearMonths? other) => other is not null && Months.SequenceEqual(other.Months);

    public override int GetHashCode() => Months.Aggregate(0, HashCode.Combine);
}

/// <summary>材料清单: the papers that a step needs.</summary>
public sealed record ChecklistRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<Checklist>> Values)
    : PolicyRule<Checklist>(Id, Title, Unit, Values);

/// <param name="Papers">As officials name them.</param>
public sealed record Checklist(IReadOnlyList<string> Papers)
{
    public bool Equals(Checklist? other) => other is not null && Papers.SequenceEqual(other.Papers, StringComparer.Ordinal);

    public override int GetHashCode() => Papers.Aggregate(0, HashCode.Combine);
}

/// <summary>披露控制: what of a figure is hidden from the public, and how well.</summary>
public sealed record DisclosureRule(string Id, string Title, string Unit, IReadOnlyList<PolicyValue<DisclosureLimits>> Values)
    : PolicyRule<DisclosureLimits>(Id, Title, Unit, Values);
