using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Indicators;

/// <summary>Counts a period's figures of a village plainly, from what the households are on the day: slow, and not by difference.</summary>
internal static class Recount
{
    public static long Of(IReadOnlyList<Household> households, string village, Period period, string indicator)
    {
        var views = households.Select(household => household.AsOf(period.LastDay)).OfType<HouseholdView>()
            .Where(view => view.Exists && view.Village == village).ToList();
        var members = views.SelectMany(view => view.Members).ToList();
        return indicator switch
        {
            HouseholdsAll => views.Count,
            PeopleAll => members.Count,
            HouseholdsLifted => views.Count(view => view.Profile.Kind == HouseholdKind.Lifted),
            PeopleLifted => views.Where(view => view.Profile.Kind == HouseholdKind.Lifted).Sum(view => view.Members.Length),
            HouseholdsLowIncome => views.Count(view => view.Profile.Kind == HouseholdKind.LowIncome),
            PeopleLowIncome => views.Where(view => view.Profile.Kind == HouseholdKind.LowIncome).Sum(view => view.Members.Length),
            HouseholdsOrdinary => views.Count(view => view.Profile.Kind == HouseholdKind.Ordinary),
            PeopleOrdinary => views.Where(view => view.Profile.Kind == HouseholdKind.Ordinary).Sum(view => view.Members.Length),
            HouseholdsMonitored => views.Count(view => view.Profile.Monitored != MonitoredKind.None),
            PeopleMonitored => views.Where(view => view.Profile.Monitored != MonitoredKind.None).Sum(view => view.Members.Length),
            HouseholdsUnstableLifted => views.Count(view => view.Profile.Monitored == MonitoredKind.UnstableLifted),
            PeopleUnstableLifted => views.Where(view => view.Profile.Monitored == MonitoredKind.UnstableLifted).Sum(view => view.Members.Length),
            HouseholdsMarginal => views.Count(view => view.Profile.Monitored == MonitoredKind.Marginal),
            PeopleMarginal => views.Where(view => view.Profile.Monitored == MonitoredKind.Marginal).Sum(view => view.Members.Length),
            HouseholdsSuddenHardship => views.Count(view => view.Profile.Monitored == MonitoredKind.SuddenHardship),
            PeopleSuddenHardship => views.Where(view => view.Profile.Monitored == MonitoredKind.SuddenHardship).Sum(view => view.Members.Length),
            HouseholdsCleared => views.Count(view => view.Profile.RiskCleared),
            PeopleCleared => views.Where(view => view.Profile.RiskCleared).Sum(view => view.Members.Length),
            HouseholdsUncleared => views.Count(view => view.Profile is { Monitored: not MonitoredKind.None, RiskCleared: false }),
            PeopleUncleared => views.Where(view => view.Profile is { Monitored: not MonitoredKind.None, RiskCleared: false }).Sum(view => view.Members.Length),
            HouseholdsResettled => views.Count(view => view.Profile.Resettled),
            PeopleResettled => views.Where(view => view.Profile.Resettled).Sum(view => view.Members.Length),
            HouseholdsWithLabour => views.Count(view => view.Members.Any(member => member.Details.Labour != LabourAbility.None)),
            HouseholdsZeroEmployment => views.Count(IsIdle),
            PeopleMale => members.Count(member => member.Details.Sex == Sex.Male),
            PeopleFemale => members.Count(member => member.Details.Sex == Sex.Female),
            PeopleUnder16 => members.Count(member => period.Year - member.Details.BirthYear < 16),
            People16To59 => members.Count(member => period.Year - member.Details.BirthYear is >= 16 and < 60),
            People60AndOver => members.Count(member => period.Year - member.Details.BirthYear >= 60),
            LabourAll => members.Count(member => member.Details.Labour is LabourAbility.Able or LabourAbility.Weak),
            LabourAble => members.Count(member => member.Details.Labour == LabourAbility.Able),
            LabourWeak => members.Count(member => member.Details.Labour == LabourAbility.Weak),
            EmployedAll => members.Count(member => member.Details.Employment != Employment.None),
            EmployedInCounty => members.Count(member => member.Details.Employment == Employment.InCounty),
            EmployedInProvince => members.Count(member => member.Details.Employment == Employment.InProvince),
            EmployedOutOfProvince => members.Count(member => member.Details.Employment == Employment.OutOfProvince),
            EmployedPublicPost => members.Count(member => member.Details.Employment == Employment.PublicPost),
            EmployedWorkshop => members.Count(member => member.Details.Employment == Employment.Workshop),
            _ => FlowRecount.Of(households, village, period, indicator),
        };
    }

    private static bool IsIdle(HouseholdView view) =>
        view.Members.Any(member => member.Details is { Labour: not LabourAbility.None, Willing: true })
        && view.Members.All(member => member.Details.Employment == Employment.None);
}
