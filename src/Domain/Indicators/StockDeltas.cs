using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Indicators;

/// <summary>Stocks: what stands on the last day of each quarter in which anything changes, less what stood before.</summary>
internal static class StockDeltas
{
    private static readonly Dictionary<string, long> s_nothing = [];

    public static void Add(Household household, Deltas deltas)
    {
        var (village, before, after) = ("", new Dictionary<string, long>(), new Dictionary<string, long>());
        foreach (var quarter in ChangingQuarters(household))
        {
            var view = household.AsOf(quarter.LastDay);
            after.Clear();
            if (view is not null) StockCount.Add(view, after);
            var to = view?.Village ?? "";
            deltas.AddDifference(quarter, village, before, to == village ? after : s_nothing);
            if (to != village) deltas.AddDifference(quarter, to, s_nothing, after);
            (village, before, after) = (to, after, before);
        }
    }

    /// <summary>Quarters with an entry, and those in which somebody leaves an age band by the turn of the year.</summary>
    private static SortedSet<Period> ChangingQuarters(Household household)
    {
        var quarters = new SortedSet<Period>(household.DatedEntries().Select(dated => Period.QuarterOf(dated.From)));
        var first = quarters.Min;
        foreach (var birthYear in household.Members.SelectMany(member => member.Patches).Select(dated => dated.Value.BirthYear).OfType<int>())
        {
            Turn(birthYear + StockCount.WorkingAge);
            Turn(birthYear + StockCount.OldAge);
        }
        return quarters;

        void Turn(int year)
        {
            if (year > first.Year) quarters.Add(Period.OfQuarter(year, 1));
        }
    }
}
