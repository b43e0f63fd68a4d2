using System.Diagnostics;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Policies;

/// <summary>
/// What a county may adopt. Any shipped pack: a county may go by its neighbour's rules, and pages say whose they are. Days may lie in
/// the past; what was known on an earlier day is answered from what was recorded by then.
/// </summary>
public static class AdoptionRules
{
    private const int AdoptionsMax = 200;
    private const int ReasonMax = 200;
    private const int YearsAhead = 5;

    public static Decision<AdoptionEvent> Decide(CountyAdoptions county, AdoptionCommand command, AdoptionContext context) => command switch
    {
        AdoptPolicy c => Adopt(county, c, context),
        WithdrawPolicy c => Withdraw(county, c),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private static Decision<AdoptionEvent> Adopt(CountyAdoptions county, AdoptPolicy c, AdoptionContext context)
    {
        if (context.Shipped.FirstOrDefault(each => each.Id == c.Pack) is not { } pack) return PolicyRefusal.PackUnknown.On("pack");
        if (pack.Id == ShippedPacks.DefaultId) return PolicyRefusal.DefaultNeedsNoAdoption.On("pack");
        if (c.From < pack.EarliestValue()) return PolicyRefusal.BeforePackValues.On("from");
        if (c.From > context.Today.AddYears(YearsAhead)) return PolicyRefusal.DayTooFar.On("from");
        if (c.Until < c.From) return PolicyRefusal.UntilBeforeFrom.On("until");
        var present = county.Find(c.Pack, c.From);
        if (present is not null && present.Until == c.Until) return Decision<AdoptionEvent>.Nothing;
        if (county.Adoptions.Any(other => other != present && Overlaps(other, c))) return PolicyRefusal.AdoptionOverlaps.On("from");
        if (present is not null) return new AdoptionEndSet(c.Pack, c.From, c.Until, context.By, context.Now);
        if (county.Adoptions.Length >= AdoptionsMax) return PolicyRefusal.TooManyAdoptions.On();
        return new PolicyAdopted(c.Pack, c.From, c.Until, context.By, context.Now);
    }

    private static Decision<AdoptionEvent> Withdraw(CountyAdoptions county, WithdrawPolicy c)
    {
        if (string.IsNullOrWhiteSpace(c.Reason) || c.Reason.Length > ReasonMax) return PolicyRefusal.ReasonMissing.On("reason");
        return county.Find(c.Pack, c.From) is null
            ? PolicyRefusal.AdoptionUnknown.On("from")
            : new AdoptionWithdrawn(c.Pack, c.From, c.Reason);
    }

    private static bool Overlaps(Adoption other, AdoptPolicy c) =>
        other.Pack == c.Pack && other.From <= (c.Until ?? DateOnly.MaxValue) && c.From <= (other.Until ?? DateOnly.MaxValue);
}
