using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Claims;

/// <summary>What may be put up for checking: numbers that are numbers, as many as the kind needs, in units that can be compared.</summary>
public static class ClaimRules
{
    public const int StatementMax = 500;
    public const int TextMax = 100;
    public const int InputsMax = 50;

    /// <param name="pack">The county's rules on the day of the statement.</param>
    public static Decision<ClaimEvent> Decide(Claim claim, ClaimCommand command, PolicyPack pack, DateOnly today) => command switch
    {
        PutClaim c => Broken(c, pack, today) is { } broken ? broken
            : claim.On == c.On && c.Figure.Equals(claim.Figure) ? Decision<ClaimEvent>.Nothing
            : new ClaimPut(c.On, c.Figure),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>Null where the figure can be taken up.</summary>
    public static Refused? Broken(PutClaim c, PolicyPack pack, DateOnly today)
    {
        var figure = c.Figure;
        if (c.On > today) return ClaimRefusal.DayInFuture.On("on");
        if (!Says(figure.Statement, StatementMax)) return ClaimRefusal.TextImplausible.On("statement");
        if (!Says(figure.Document, TextMax)) return ClaimRefusal.TextImplausible.On("document");
        if (figure.Inputs.Any(input => !Says(input.Name, TextMax))) return ClaimRefusal.TextImplausible.On("inputs.name");
        if (figure.Inputs.Any(input => input.Value.Length > 0 && ExactNumber.Read(input.Value, out _) is null)) return ClaimRefusal.NumberMalformed.On("inputs.value");
        if (!IsCounted(figure)) return ClaimRefusal.InputsMiscounted.On("inputs");
        if (!ClaimUnits.Fit(figure)) return ClaimRefusal.UnitsContradicted.On("unit");
        return BrokenStated(figure) ?? BrokenRule(figure, pack.Rules.GetValueOrDefault(figure.Rule ?? ""), c.On);
    }

    private static Refused? BrokenStated(StatedFigure figure)
    {
        if (figure.Decimals is < 0 or > ExactNumber.DecimalsMax) return ClaimRefusal.DecimalsOutside.On("decimals");
        if (figure.Stated.Length == 0) return figure.Rule is null ? ClaimRefusal.StatedMissing.On("stated") : null;
        if (ExactNumber.Read(figure.Stated, out var decimals) is null) return ClaimRefusal.NumberMalformed.On("stated");
        return decimals > figure.Decimals ? ClaimRefusal.DecimalsOutside.On("decimals") : null;
    }

    private static Refused? BrokenRule(StatedFigure figure, PolicyRule? rule, DateOnly on)
    {
        if (figure.Rule is null && figure.Kind != ClaimKind.Plausibility) return null;
        var fits = figure.Kind == ClaimKind.Plausibility ? rule is RangeRule : rule is RangeRule or FloorRule || (rule is RatioRule && figure.Kind == ClaimKind.Share);
        return fits && rule!.HeldOn(on) is not null && ClaimUnits.Fit(figure.Unit, rule) ? null : ClaimRefusal.RuleUnknown.On("rule");
    }

    private static bool IsCounted(StatedFigure figure) => figure.Kind switch
    {
        ClaimKind.Sum => figure.Inputs.Length is >= 1 and <= InputsMax,
        ClaimKind.ProductSum => figure.Inputs.Length is >= 2 and <= InputsMax && figure.Inputs.Length % 2 == 0,
        _ => figure.Inputs.Length == 2,
    };

    private static bool Says(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
