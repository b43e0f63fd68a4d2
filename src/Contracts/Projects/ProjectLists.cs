namespace Revitalization.Contracts.Projects;

/// <summary>One row of <c>GET /api/projects?region=&amp;stage=&amp;year=&amp;category=&amp;partnership=&amp;overdue=&amp;cursor=&amp;limit=</c>; <c>.xlsx</c>.</summary>
/// <param name="DueOn">Last day for the next stage, by the pack; null where none holds.</param>
/// <param name="ArrivedFen">Of its allocations, what its funds had received (never above allocated).</param>
public sealed record ProjectRow(
    string Id, string Name, string Category, string Region, string RegionName, int Year, string? Partnership, string Stage, DateOnly StageOn, DateOnly? DueOn,
    bool IsOverdue, bool WorkRelief, long BudgetFen, long ArrivedFen, long AllocatedFen, long PaidFen, long LabourPayFen, DateOnly? StartedOn, DateOnly? AcceptedOn,
    int Assets, int Beneficiaries);

/// <summary><c>GET /api/projects/board?region=&amp;year=</c>: projects by stage, with what waits.</summary>
public sealed record ProjectBoard(string Region, string RegionName, int? Year, IReadOnlyList<StageCount> Stages, long BudgetFen, long AllocatedFen, long PaidFen, int Overdue);

public sealed record StageCount(string Stage, int Projects, long BudgetFen, long PaidFen);

/// <summary>Work relief judged (以工代赈占比): both bases, and which floor the county's pack sets. Part of <c>GET /api/projects/{id}/labour</c>.</summary>
/// <param name="Basis"><c>total</c> of total investment, or <c>central</c> of central funds.</param>
/// <param name="FloorBasisPoints">Null where the pack sets none for this basis.</param>
/// <param name="MarginFen">Labour pay above the floor; negative where it falls short; null where it cannot be computed.</param>
/// <param name="Source">Document and clause of the floor.</param>
public sealed record LabourShare(string Basis, int? ShareBasisPoints, int? FloorBasisPoints, bool? IsMet, long? MarginFen, string? Source);

public sealed record ProjectLabour(
    string Project, int Posts, int Households, int People, int LiftedHouseholds, int LiftedPeople, long RosterPayFen, long LabourPayFen, long? PerPersonFen,
    IReadOnlyList<LabourShare> Shares);

/// <summary>From money to households (资金追溯): <c>GET /api/funds/{fund}/trace</c>, <c>GET /api/projects/{id}/trace</c>, <c>GET /api/partnerships/{code}/trace?year=</c>. Nodes by kind, links with amounts; no names of households.</summary>
public sealed record MoneyTrace(IReadOnlyList<TraceNode> Nodes, IReadOnlyList<TraceLink> Links);

/// <param name="Kind"><c>origin</c> (report or budget), <c>fund</c>, <c>field</c>, <c>project</c>, <c>asset</c>, <c>pool</c> or <c>beneficiaries</c>.</param>
public sealed record TraceNode(string Id, string Kind, string Name, long Fen, int Households = 0);

public sealed record TraceLink(string From, string To, long Fen);
