using Revitalization.Contracts.Policies;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Policies;

namespace Revitalization.Silo.Policies;

/// <summary>Packs, adoptions and explanations as the API shows them.</summary>
public static class PolicyViews
{
    public static PolicyPackView Of(PolicyPack pack, bool withRules) => new(
        pack.Id, pack.County, pack.Title,
        [.. pack.Documents.Select(document => new PolicyDocumentView(document.Id, document.Title, document.Issuer, document.PublishedOn, document.Number))],
        [.. pack.Colours.Select(colour => new PolicyColourView(colour.Id, colour.Name, colour.Severity, colour.Help, colour.RankName))],
        withRules ? [.. pack.Rules.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => Of(pack, rule))] : []);

    public static ExplanationView Of(PolicyPack pack, Explanation because, string? inputsFrom = null) => new(
        because.Pack, because.Rule, because.Title, because.HeldFrom, because.Source.Document,
        pack.Documents.FirstOrDefault(document => document.Id == because.Source.Document)?.Title ?? because.Source.Document,
        because.Source.Clause, because.Source.Phrase, because.Source.Assumed,
        [.. because.Inputs.Select(input => new InputView(input.Name, input.Value, input.Unit, input.From ?? inputsFrom))], [.. because.Steps]);

    public static PolicyClashView Of(PolicyPack left, PolicyPack right, PolicyClash clash) =>
        new(clash.Rule, clash.Title, left.Id, clash.LeftText, right.Id, clash.RightText, clash.Explanation);

    public static AdoptionView Of(Adoption adoption) => new(
        adoption.Pack, ShippedPacks.Find(adoption.Pack)?.Title ?? adoption.Pack, adoption.From, adoption.Until, adoption.By,
        adoption.RecordedAt.ToOffset(ChinaCalendar.Offset));

    private static PolicyRuleView Of(PolicyPack pack, PolicyRule rule) => new(
        rule.Id, Kind(rule), rule.Title, rule.Unit,
        [.. rule.History.Select(value => new PolicyValueView(
            value.From, PolicyWords.Of(pack, rule, value.Value), value.Source.Document, value.Source.Clause, value.Source.Phrase, value.Source.Assumed))]);

    /// <summary>As a pack's file names it.</summary>
    private static string Kind(PolicyRule rule) => rule switch
    {
        ThresholdRule => "threshold",
        FloorRule => "floor",
        RangeRule => "range",
        RatioRule => "ratio",
        CappedPercentageRule => "capped-percentage",
        PerUnitRule => "per-unit",
        LadderRule => "ladder",
        DeadlineRule => "deadline",
        SwitchRule => "switch",
        CalendarRule => "calendar",
        DisclosureRule => "disclosure",
        _ => throw new System.Diagnostics.UnreachableException($"No name for {rule.GetType().Name}."),
    };
}
