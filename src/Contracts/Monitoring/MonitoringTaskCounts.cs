namespace Revitalization.Contracts.Monitoring;

/// <summary>How much an inbox holds: <c>GET /api/monitoring/tasks/counts</c>.</summary>
public sealed record MonitoringTaskCounts(long Open, long Overdue, IReadOnlyList<MonitoringTaskCount> ByKind);

/// <param name="Kind">Of the limit, as in <see cref="MonitoringTerms.Deadlines"/>.</param>
public sealed record MonitoringTaskCount(string Kind, string Title, long Open, long Overdue);

/// <summary>
/// Register and files say different things of a household (台账与档案不一致): <c>GET /api/monitoring/differences?region=&amp;cursor=&amp;limit=</c>.
/// </summary>
/// <param name="Difference"><c>no-file</c>: the register lists it as monitored, no file does. <c>kind</c>: both do, as different kinds. <c>not-registered</c>: its file is monitored, the register does not say so.</param>
/// <param name="RegisteredAs">The kind in the register; null where it lists none, or the risk as cleared.</param>
/// <param name="FiledAs">The kind it was admitted as; null where it is not monitored.</param>
public sealed record MonitoringDifference(
    string Household, string VillageCode, string VillageName, string? HeadNameMasked, string Difference, string? RegisteredAs, string? FiledAs, string? Step);
