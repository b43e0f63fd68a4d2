namespace Revitalization.Domain.Policies;

/// <summary>Names of the rules that code asks for by name; one name in every pack.</summary>
public static class MonitoringRuleIds
{
    public const string ElapsedColour = "monitoring.colour.elapsed";
    public const string AssessedColour = "monitoring.colour.assessed";
    public const string LeastObservation = "monitoring.clearing.least-observation";
    public const string LeastMeasures = "monitoring.clearing.least-measures";
    public const string NeverWithoutLabour = "monitoring.clearing.never-without-labour";
    public const string NewYearTarget = "monitoring.income-target.new-year";
    public const string Objection = "monitoring.step.objection";
    public const string CampaignMonths = "monitoring.campaign.months";
}
