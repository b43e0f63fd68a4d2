namespace Revitalization.Domain.Policies;

/// <summary>
/// A policy pack (政策包): the rules of one county as data. A number an official may change stands here with the day it
/// holds from and the document and clause it comes from, never in code.
/// </summary>
/// <param name="Id">County and year, such as <c>jiange-2022</c>; the folder's name under <c>policies/</c>.</param>
/// <param name="County">Six-digit code of the county whose rules these are.</param>
/// <param name="Colours">The county's warning colours (预警颜色), mildest first: names, severities and ranks are local law.</param>
/// <param name="Rules">By rule id.</param>
public sealed record PolicyPack(
    string Id, string County, string Title,
    IReadOnlyList<PolicyDocument> Documents,
    IReadOnlyList<WarningColour> Colours,
    IReadOnlyDictionary<string, PolicyRule> Rules)
{
    /// <summary>The rule of this id and kind, or null when the pack says nothing about it.</summary>
    public TRule? Find<TRule>(string id) where TRule : PolicyRule =>
        Rules.TryGetValue(id, out var rule) ? rule as TRule : null;

    /// <summary>The first day on which any rule of the pack holds.</summary>
    public DateOnly EarliestValue() => Rules.Values.SelectMany(rule => rule.History).Select(value => value.From).DefaultIfEmpty(DateOnly.MaxValue).Min();

    public WarningColour Colour(string id) => Colours.First(colour => colour.Id == id);
}

/// <summary>A document (政策文件) that rules of a pack come from.</summary>
/// <param name="PublishedOn">Null where the copy at hand does not say.</param>
/// <param name="Number">发文字号; null where the document carries none.</param>
public sealed record PolicyDocument(string Id, string Title, string Issuer, DateOnly? PublishedOn, string? Number);

/// <summary>A warning colour of one county and what follows from it.</summary>
/// <param name="Severity">1 to 3, common to all counties, so that households can be counted together across counties.</param>
/// <param name="Help">The kind of help it asks for, such as 专项帮扶.</param>
/// <param name="Rank">The rank that the responsible cadre (帮扶联系人) must have.</param>
public sealed record WarningColour(string Id, string Name, int Severity, string Help, string Rank, string RankName);

/// <summary>Where a value comes from.</summary>
/// <param name="Document">Id of a <see cref="PolicyDocument"/> of the same pack.</param>
/// <param name="Clause">The place in it.</param>
/// <param name="Phrase">The words it rests on; empty when <paramref name="Assumed"/> says why there are none.</param>
/// <param name="Assumed">Set where the document is silent: what was assumed and why. Pages show it as such.</param>
/// <param name="Pack">The pack it stands in, where a county has adopted several; null within one pack's own files.</param>
public sealed record Citation(string Document, string Clause, string Phrase, string? Assumed, string? Pack = null);

/// <summary>A value and the days it holds: from the day named until the next value's.</summary>
public sealed record PolicyValue<TValue>(DateOnly From, TValue Value, Citation Source);
