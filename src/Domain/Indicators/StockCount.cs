using Revitalization.Domain.Households;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Indicators;

/// <summary>What one household adds to each stock on a day.</summary>
internal static class StockCount
{
    public const int WorkingAge = 16;
    public const int OldAge = 60;

    /// <summary>Adds into <paramref name="counts"/>; of a household that does not exist on the day, nothing.</summary>
    public static void Add(HouseholdView view, Dictionary<string, long> counts)
    {
        if (!view.Exists) return;
        Both(counts, view, HouseholdsAll, PeopleAll);
        AddKind(view, counts);
        AddMonitoring(view, counts);
        if (view.Profile.Resettled) Both(counts, view, HouseholdsResettled, PeopleResettled);
        if (view.HasLabour) One(counts, HouseholdsWithLabour);
        if (view.IsZeroEmployment) One(counts, HouseholdsZeroEmployment);
        foreach (var member in view.Members) AddMember(member, view.Day.Year, counts);
    }

    private static void AddKind(HouseholdView view, Dictionary<string, long> counts)
    {
        var (households, people) = view.Profile.Kind switch
        {
            HouseholdKind.Lifted => (HouseholdsLifted, PeopleLifted),
            HouseholdKind.LowIncome => (HouseholdsLowIncome, PeopleLowIncome),
            _ => (HouseholdsOrdinary, PeopleOrdinary),
        };
        Both(counts, view, households, people);
    }

    private static void AddMonitoring(HouseholdView view, Dictionary<string, long> counts)
    {
        if (view.Profile.Monitored == MonitoredKind.None) return;
        var (households, people) = view.Profile.Monitored switch
        {
            MonitoredKind.UnstableLifted => (HouseholdsUnstableLifted, PeopleUnstableLifted),
            MonitoredKind.Marginal => (HouseholdsMarginal, PeopleMarginal),
            _ => (HouseholdsSuddenHardship, PeopleSuddenHardship),
        };
        Both(counts, view, HouseholdsMonitored, PeopleMonitored);
        Both(counts, view, households, people);
        if (view.Profile.RiskCleared) Both(counts, view, HouseholdsCleared, PeopleCleared);
        else Both(counts, view, HouseholdsUncleared, PeopleUncleared);
    }

    private static void AddMember(MemberView member, int year, Dictionary<string, long> counts)
    {
        One(counts, member.Details.Sex == Sex.Male ? PeopleMale : PeopleFemale);
        One(counts, member.AgeIn(year) switch { < WorkingAge => PeopleUnder16, < OldAge => People16To59, _ => People60AndOver });
        if (member.HasLabour)
        {
            One(counts, LabourAll);
            One(counts, member.Details.Labour == LabourAbility.Weak ? LabourWeak : LabourAble);
        }
        if (!member.IsEmployed) return;
        One(counts, EmployedAll);
        One(counts, Place(member.Details.Employment));
    }

    private static string Place(Employment employment) => employment switch
    {
        Employment.InCounty => EmployedInCounty,
        Employment.InProvince => EmployedInProvince,
        Employment.OutOfProvince => EmployedOutOfProvince,
        Employment.PublicPost => EmployedPublicPost,
        _ => EmployedWorkshop,
    };

    private static void Both(Dictionary<string, long> counts, HouseholdView view, string households, string people)
    {
        One(counts, households);
        if (view.Members.Length > 0) Added(counts, people, view.Members.Length);
    }

    private static void One(Dictionary<string, long> counts, string code) => Added(counts, code, 1);

    private static void Added(Dictionary<string, long> counts, string code, long number) =>
        counts[code] = counts.GetValueOrDefault(code) + number;
}
