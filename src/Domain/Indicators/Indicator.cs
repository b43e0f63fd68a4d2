using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Indicators;

public enum Accumulation
{
    /// <summary>期末数: the sum of all deltas up to the period's end.</summary>
    Stock = 1,

    /// <summary>期内数: the sum of the deltas within the period.</summary>
    Flow = 2,

    /// <summary>比值: computed at release from its two terms, never added.</summary>
    Ratio = 3,
}

/// <summary>The two terms of a ratio for one kind of period.</summary>
public sealed record RatioTerms(PeriodKind Kind, string Numerator, string Denominator);

/// <summary>A published figure (指标). Codes never change meaning: a new definition is a new code.</summary>
/// <param name="Source">Document and clause, or table of the national system, that asks for it.</param>
/// <param name="Additive">Values of sibling regions may be added.</param>
/// <param name="Protected">A small value could point at a person: disclosure control applies.</param>
/// <param name="Scale">Decimals of the stored whole number: 2 where it is fen shown as yuan.</param>
/// <param name="Periods">Kinds of period it is published for.</param>
/// <param name="Guard">The count of households that must not be small for this figure to be shown; null guards by its own value.</param>
/// <param name="Ratio">Terms by kind of period; empty unless a ratio.</param>
public sealed record Indicator(
    string Code, string Name, string Unit, string Definition, string Method, string Source,
    bool Additive, bool Protected, Accumulation Accumulation, int Scale,
    IReadOnlyList<PeriodKind> Periods, string? Guard, IReadOnlyList<RatioTerms> Ratio);
