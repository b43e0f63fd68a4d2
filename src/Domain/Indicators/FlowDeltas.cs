using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Indicators;

/// <summary>Births, deaths and moves, counted in the village and the quarter in which they happened.</summary>
internal static class FlowDeltas
{
    public static void Add(Household household, Deltas deltas)
    {
        if (household.Closed is { Value.Kind: CloseKind.ListedInError }) return;
        AddMembers(household, deltas);
        AddHouseholdMoves(household, deltas);
        if (household.Closed is { Value.Kind: CloseKind.MovedAway } closed)
            AddAt(household, deltas, closed.From, IndicatorCodes.MovesOut, PresentOn(household, closed.From));
    }

    private static void AddMembers(Household household, Deltas deltas)
    {
        foreach (var dated in household.Members.SelectMany(member => member.Presences))
        {
            if (Flow(dated.Value) is { } indicator) AddAt(household, deltas, dated.From, indicator, 1);
        }
    }

    private static string? Flow(Presence presence) => (presence.Joined, presence.Left) switch
    {
        (JoinKind.Born, _) => IndicatorCodes.Births,
        (JoinKind.MarriedIn or JoinKind.MovedIn, _) => IndicatorCodes.MovesIn,
        (_, LeaveKind.Died) => IndicatorCodes.Deaths,
        (_, LeaveKind.MarriedOut or LeaveKind.MovedOut) => IndicatorCodes.MovesOut,
        _ => null,
    };

    private static void AddHouseholdMoves(Household household, Deltas deltas)
    {
        for (var at = 1; at < household.Villages.Length; at++)
        {
            var stay = household.Villages[at];
            var left = household.Villages[at - 1].Value.Village;
            if (stay.Value.Why != VillageChange.Moved || stay.Value.Village == left) continue;
            var people = PresentOn(household, stay.From);
            deltas.Add(Period.QuarterOf(stay.From), left, IndicatorCodes.MovesOut, people);
            deltas.Add(Period.QuarterOf(stay.From), stay.Value.Village, IndicatorCodes.MovesIn, people);
        }
    }

    private static void AddAt(
        Household household, Deltas deltas,
        DateOnly day, string indicator, long number) =>
        deltas.Add(Period.QuarterOf(day), household.VillageOn(day)!, indicator, number);

    private static int PresentOn(Household household, DateOnly day) => household.Members.Count(member => member.PresentOn(day));
}
