using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>What a monitoring rule may look at beside the file itself.</summary>
/// <param name="Pack">The pack the county has adopted for today.</param>
/// <param name="HouseholdStands">The household is registered and not closed, as the register says.</param>
public sealed record MonitoringContext(DateOnly Today, PolicyPack Pack, bool HouseholdStands);
