namespace Revitalization.Contracts.Monitoring;

/// <summary>Names who answers for the household (帮扶联系人). <c>PUT /api/households/{id}/cadres/{act}</c>.</summary>
/// <param name="Rank"><c>other-cadre</c> 其他干部, <c>section-leader</c> 科级领导, <c>county-leader</c> 县级领导; the colour asks for one at least.</param>
public sealed record CadreBody(DateOnly On, string Cadre, string Rank);

/// <summary>A measure (帮扶措施) of the household's plan (一户一策). <c>PUT /api/households/{id}/measures/{measure}</c>; a resource until completed.</summary>
/// <param name="AmountFen">0 where it is not money.</param>
/// <param name="Member">Whom it is for (一人一法); null for the household.</param>
public sealed record MeasureBody(
    DateOnly On, string Kind, long AmountFen, long Quantity, string Unit, string Cadre, DateOnly DueOn, string? Member = null);

/// <summary><c>PUT /api/households/{id}/measures/{measure}/completion</c>.</summary>
public sealed record CompletionBody(DateOnly On, string Result, IReadOnlyList<string>? Evidence = null);

/// <summary>A visit (走访). <c>PUT /api/households/{id}/visits/{visit}</c>; an act.</summary>
public sealed record VisitBody(DateOnly On, IReadOnlyList<string> Needs, string? Note = null, IReadOnlyList<string>? Evidence = null);

/// <summary>A new forecast (研判). <c>PUT /api/households/{id}/assessments/{act}</c>; the assessed colour is measured from <paramref name="On"/>.</summary>
public sealed record AssessmentBody(DateOnly On, DateOnly ExpectedClearOn, string Reason);

/// <summary>Income the plan aims at (增收目标), per head and year. <c>PUT /api/households/{id}/income-targets/{year}</c>; a resource.</summary>
public sealed record IncomeTargetBody(DateOnly On, long PerHeadFen);

/// <summary>Opens clearing (风险消除). <c>PUT /api/households/{id}/clearing/{clearing}</c>; then village review, notice and decision.</summary>
public sealed record ClearingBody(DateOnly On, IReadOnlyList<string> Needs, bool IncomeStable, IReadOnlyList<string> Evidence);

/// <summary><c>PUT /api/households/{id}/clearing/{clearing}/decision</c>.</summary>
public sealed record ClearingDecisionBody(DateOnly On, bool Approved, string? Reason = null);

/// <summary>The household was seen in a screening campaign (排查). <c>PUT /api/households/{id}/checks/{campaign}</c>; a risk found is reported as a clue.</summary>
public sealed record CheckBody(DateOnly On, IReadOnlyList<string> Needs);
