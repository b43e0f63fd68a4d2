namespace Revitalization.Domain.Indicators;

/// <summary>Codes of published figures, written once. A code never changes meaning.</summary>
public static partial class IndicatorCodes
{
    public const string HouseholdsAll = "households";
    public const string HouseholdsOrdinary = "households.ordinary";
    public const string HouseholdsLifted = "households.lifted";
    public const string HouseholdsLowIncome = "households.low-income";
    public const string HouseholdsMonitored = "households.monitored";
    public const string HouseholdsUnstableLifted = "households.unstable-lifted";
    public const string HouseholdsMarginal = "households.marginal";
    public const string HouseholdsSuddenHardship = "households.sudden-hardship";
    public const string HouseholdsCleared = "households.cleared";
    public const string HouseholdsUncleared = "households.uncleared";
    public const string HouseholdsResettled = "households.resettled";
    public const string HouseholdsWithLabour = "households.with-labour";
    public const string HouseholdsZeroEmployment = "households.zero-employment";

    public const string PeopleAll = "people";
    public const string PeopleOrdinary = "people.ordinary";
    public const string PeopleLifted = "people.lifted";
    public const string PeopleLowIncome = "people.low-income";
    public const string PeopleMonitored = "people.monitored";
    public const string PeopleUnstableLifted = "people.unstable-lifted";
    public const string PeopleMarginal = "people.marginal";
    public const string PeopleSuddenHardship = "people.sudden-hardship";
    public const string PeopleCleared = "people.cleared";
    public const string PeopleUncleared = "people.uncleared";
    public const string PeopleResettled = "people.resettled";
    public const string PeopleMale = "people.male";
    public const string PeopleFemale = "people.female";
    public const string PeopleUnder16 = "people.under-16";
    public const string People16To59 = "people.16-59";
    public const string People60AndOver = "people.60-and-over";

    public const string LabourAll = "labour";
    public const string LabourAble = "labour.able";
    public const string LabourWeak = "labour.weak";
    public const string EmployedAll = "employed";
    public const string EmployedInCounty = "employed.in-county";
    public const string EmployedInProvince = "employed.in-province";
    public const string EmployedOutOfProvince = "employed.out-of-province";
    public const string EmployedPublicPost = "employed.public-post";
    public const string EmployedWorkshop = "employed.workshop";

    public const string Births = "births";
    public const string Deaths = "deaths";
    public const string MovesIn = "moves-in";
    public const string MovesOut = "moves-out";

    public const string IncomeWage = "income.wage";
    public const string IncomeOperating = "income.operating";
    public const string IncomeCosts = "income.costs";
    public const string IncomeProperty = "income.property";
    public const string IncomeTransfer = "income.transfer";
    public const string IncomeNet = "income.net";
    public const string IncomeHouseholds = "income.households";
    public const string IncomePeople = "income.people";
    public const string IncomeHouseholdsYear = "income.households-in-year";
    public const string IncomePeopleYear = "income.people-in-year";
    public const string IncomeNetPerHead = "income.net-per-head";
}
