namespace Revitalization.Domain.Indicators;

/// <summary>Codes of monitoring figures. They count files of this platform; what the national sheet states stands under <c>households.*</c>.</summary>
public static partial class IndicatorCodes
{
    public const string MonitoringFiles = "monitoring.files";
    public const string MonitoringFilesPeople = "monitoring.files.people";
    public const string MonitoringOpen = "monitoring.open";
    public const string MonitoringOpenPeople = "monitoring.open.people";
    public const string MonitoringCleared = "monitoring.cleared-standing";
    public const string MonitoringClearedPeople = "monitoring.cleared-standing.people";
    public const string MonitoringUnstableLifted = "monitoring.files.unstable-lifted";
    public const string MonitoringUnstableLiftedPeople = "monitoring.files.unstable-lifted.people";
    public const string MonitoringMarginal = "monitoring.files.marginal";
    public const string MonitoringMarginalPeople = "monitoring.files.marginal.people";
    public const string MonitoringSuddenHardship = "monitoring.files.sudden-hardship";
    public const string MonitoringSuddenHardshipPeople = "monitoring.files.sudden-hardship.people";
    public const string MonitoringReadmittedStanding = "monitoring.open.readmitted";
    public const string MonitoringSeverity1 = "monitoring.severity-1";
    public const string MonitoringSeverity2 = "monitoring.severity-2";
    public const string MonitoringSeverity3 = "monitoring.severity-3";
    public const string MonitoringInProcedure = "monitoring.in-procedure";
    public const string MonitoringStepDispatch = "monitoring.step.dispatch";
    public const string MonitoringStepVerification = "monitoring.step.verification";
    public const string MonitoringStepVillageReview = "monitoring.step.village-review";
    public const string MonitoringStepNotice = "monitoring.step.notice";
    public const string MonitoringStepTownshipReview = "monitoring.step.township-review";
    public const string MonitoringStepCountyApproval = "monitoring.step.county-approval";
    public const string MonitoringStepHelping = "monitoring.step.helping";
    public const string MonitoringStepClearing = "monitoring.step.clearing";

    public const string MonitoringClues = "monitoring.clues";
    public const string MonitoringClueHouseholds = "monitoring.clue-households";
    public const string MonitoringClueHouseholdsYear = "monitoring.clue-households-in-year";
    public const string MonitoringClueApplication = "monitoring.clue-households.application";
    public const string MonitoringClueVisit = "monitoring.clue-households.visit";
    public const string MonitoringClueDepartment = "monitoring.clue-households.department";
    public const string MonitoringClueScreening = "monitoring.clue-households.screening";
    public const string MonitoringRiskHealth = "monitoring.clue-households.health";
    public const string MonitoringRiskSchooling = "monitoring.clue-households.schooling";
    public const string MonitoringRiskDisaster = "monitoring.clue-households.disaster";
    public const string MonitoringRiskIncome = "monitoring.clue-households.income";
    public const string MonitoringRiskLiving = "monitoring.clue-households.living";
    public const string MonitoringRiskOther = "monitoring.clue-households.other";

    public const string MonitoringDispatched = "monitoring.dispatched";
    public const string MonitoringVerified = "monitoring.verified";
    public const string MonitoringRiskFound = "monitoring.verified.risk-found";
    public const string MonitoringDismissed = "monitoring.dismissed";
    public const string MonitoringAdmittedFlow = "monitoring.admitted";
    public const string MonitoringReadmitted = "monitoring.readmitted";
    public const string MonitoringTakenOverFlow = "monitoring.taken-over";
    public const string MonitoringClearedFlow = "monitoring.cleared";
    public const string MonitoringContinuedFlow = "monitoring.continued";

    public const string MonitoringVisits = "monitoring.visits";
    public const string MonitoringVisited = "monitoring.households-visited";
    public const string MonitoringVisitedYear = "monitoring.households-visited-in-year";
    public const string MonitoringMeasuresPlanned = "monitoring.measures.planned";
    public const string MonitoringPlannedHouseholds = "monitoring.households-with-plan";
    public const string MonitoringPlannedHouseholdsYear = "monitoring.households-with-plan-in-year";
    public const string MonitoringMeasuresCompleted = "monitoring.measures.completed";
    public const string MonitoringMeasuresAmount = "monitoring.measures.amount";
    public const string MonitoringHelpedHouseholds = "monitoring.households-helped";
    public const string MonitoringHelpedHouseholdsYear = "monitoring.households-helped-in-year";
    public const string MonitoringFirstHelped = "monitoring.first-helped";
    public const string MonitoringDaysToHelp = "monitoring.days-to-help";
    public const string MonitoringChecked = "monitoring.households-checked";
    public const string MonitoringCheckedYear = "monitoring.households-checked-in-year";

    public const string MonitoringConfirmedShare = "monitoring.confirmed-share";
    public const string MonitoringMeanDaysToHelp = "monitoring.mean-days-to-help";
    public const string MonitoringCheckCoverage = "monitoring.check-coverage";
}
