namespace Revitalization.Contracts.Monitoring;

/// <summary>One row of a list of files: <c>GET /api/monitoring/files?region=&amp;colour=&amp;severity=&amp;kind=&amp;step=&amp;overdue=&amp;cadre=&amp;wanted=&amp;late=&amp;cursor=&amp;limit=</c>; <c>.xlsx</c> for the whole list.</summary>
/// <param name="DueOn">The earliest open limit.</param>
/// <param name="CadreWanted">The colour asks for a cadre who is not named yet.</param>
/// <param name="ProposedKind">As what the township proposed it, while the county has not decided.</param>
public sealed record MonitoringRow(
    string Household, string VillageCode, string VillageName, string? HeadNameMasked, int Members, string Step, DateOnly Since, string? Kind,
    string? Colour, string? ColourName, int Severity, DateOnly? AdmittedOn, int Round, string? Cadre, bool CadreWanted, string? DueKind, DateOnly? DueOn, bool IsOverdue,
    DateOnly? LastVisitOn, int OpenMeasures, string? ProposedKind = null);

/// <summary>A board (看板): <c>GET /api/monitoring/board?region=</c>. Counts of files in a region, and of each region one level below.</summary>
public sealed record MonitoringBoard(
    string RegionCode, string RegionName, DateOnly On, long Files, long Monitored, long Overdue, long CadreWanted,
    IReadOnlyList<BoardCount> ByColour, IReadOnlyList<BoardCount> ByKind, IReadOnlyList<BoardCount> ByStep, IReadOnlyList<BoardCount> OverdueByKind,
    IReadOnlyList<CadreLoad> Cadres, IReadOnlyList<BoardRegion> Regions);

/// <param name="Id">What a list is filtered by.</param>
public sealed record BoardCount(string Id, string Name, int Severity, long Files, long People);

public sealed record CadreLoad(string Account, long Households, long OpenTasks, long Overdue);

/// <param name="BySeverity">Files of severity 1, 2, 3.</param>
public sealed record BoardRegion(string Code, string Name, long Files, long Monitored, long Overdue, IReadOnlyList<long> BySeverity);

/// <summary>One thing to do (待办): <c>GET /api/monitoring/tasks?cursor=&amp;limit=&amp;overdue=&amp;kind=</c>. For every role: what its step or its households ask of it.</summary>
/// <param name="Kind">Of the deadline (verification, township-review, visit, measure, cadre-wanted …).</param>
/// <param name="Act">The act that answers it, as in the address.</param>
public sealed record MonitoringTask(
    string Household, string VillageCode, string VillageName, string? HeadNameMasked, string Kind, string Title, string Subject, string Act,
    DateOnly StartedOn, DateOnly DueOn, bool IsOverdue, bool IsProvisional, int Severity, string? ColourName);

/// <summary>A notice on a worklist (提醒), filed once by the sweep: <c>GET /api/monitoring/notices</c>.</summary>
/// <param name="Kind"><c>due-soon</c>, <c>overdue</c>, <c>colour-changed</c> or <c>cadre-wanted</c>.</param>
public sealed record WorklistNotice(string Id, string Household, string VillageCode, string Kind, string Title, string DeadlineKind, string Subject, DateOnly DueOn, DateOnly FiledOn);
